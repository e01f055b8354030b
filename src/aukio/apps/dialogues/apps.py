from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "aukio.apps.dialogues"
    label = "dialogues"

    def ready(self) -> None:
        """Tell the house the room's rules and what can be found.

        Indicators and the API are found by their names.
        """
        from aukio.apps.dialogues import (
            rules,  # noqa: F401
            search,
        )

        search.register_all()
