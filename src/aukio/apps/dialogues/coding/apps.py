from django.apps import AppConfig


class CodingConfig(AppConfig):
    name = "aukio.apps.dialogues.coding"
    label = "dialogues_coding"

    def ready(self) -> None:
        """Tell the house the wing's rules and its parts of the room's pages."""
        from aukio.apps.dialogues.coding import parts, rules  # noqa: F401

        parts.register()
