from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    name = "aukio.apps.dialogues.open_data"
    label = "dialogues_open_data"

    def ready(self) -> None:
        """Tell the room the wing's part of its pages and its command."""
        from aukio.apps.dialogues.open_data import parts

        parts.register()
