from django.apps import AppConfig


class OrganisingConfig(AppConfig):
    name = "aukio.apps.dialogues.organising"
    label = "dialogues_organising"

    def ready(self) -> None:
        """Tell the house the wing's rules, chores, tasks, and its parts of the room's pages."""
        from aukio.apps.dialogues.organising import chores, parts, rules, work  # noqa: F401
        from aukio.ui import my_work

        chores.register()
        parts.register()
        my_work.register(work.tasks)
