from django.apps import AppConfig


class CheckingConfig(AppConfig):
    name = "aukio.apps.dialogues.checking"
    label = "dialogues_checking"

    def ready(self) -> None:
        """Tell the house the wing's rules, its parts of the room's pages and its chores."""
        from aukio.apps.dialogues.checking import chores, parts, rules  # noqa: F401

        chores.register()
        parts.register()
