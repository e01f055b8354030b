from django.apps import AppConfig


class CocreationConfig(AppConfig):
    name = "aukio.apps.plan.cocreation"
    label = "plan_cocreation"

    def ready(self) -> None:
        """Tell the house what can be found here, and what stands on shared pages.

        Indicators and the API are found by their names.
        """
        from aukio.apps.plan.cocreation import command, front, rules, search, work
        from aukio.apps.plan.cocreation.actions.contacts import forget_old
        from aukio.apps.plan.command import group as plan
        from aukio.shared.jobs import chores
        from aukio.ui import front as front_page
        from aukio.ui import my_work

        rules.register()
        search.register_kinds()
        chores.register("cocreation.contacts", forget_old, every=3600)
        my_work.register(work.tasks)
        front_page.register_section(15, "cocreation/front.html", front.open_calls)
        plan.add_command(command.group, "proposals")
