from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class PlanConfig(AppConfig):
    name = "aukio.apps.plan"
    label = "plan"

    def ready(self) -> None:
        """Tell the house what can be found here, and what stands on shared pages."""
        from aukio.apps.plan import front, rules, search, work
        from aukio.apps.plan.actions import remind, send_news, take_snapshots
        from aukio.shared.jobs import chores
        from aukio.ui import front as front_page
        from aukio.ui import my_work, navigation

        rules.register()
        search.register_kinds()
        chores.register("plan.snapshots", take_snapshots, every=3600)
        chores.register("plan.reminders", remind, every=3600)
        chores.register("plan.news", send_news, every=300)
        my_work.register(work.tasks)
        my_work.register_desks(work.desks)
        navigation.register(10, pgettext_lazy("navigation", "Action plan"), "plan:plan")
        front_page.register_section(20, "plan/front.html", front.how_the_plan_stands)
