from django.apps import AppConfig


class OpinionsConfig(AppConfig):
    name = "aukio.apps.dialogues.opinions"
    label = "dialogues_opinions"

    def ready(self) -> None:
        """Tell the house the wing's rules, its part of the room's pages and its chores."""
        from aukio.apps.dialogues.opinions import chores, parts, rules  # noqa: F401

        chores.register()
        parts.register()
