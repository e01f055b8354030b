from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "aukio.apps.dialogues"
    label = "dialogues"

    def ready(self) -> None:
        """Tell the house the room's rules, what can be found, and its part of shared pages.

        Indicators and the API are found by their names.
        """
        from django.conf import settings

        from aukio.apps.dialogues import (
            rules,  # noqa: F401
            search,
        )
        from aukio.apps.dialogues.views import shared_pages
        from aukio.engines import privacy

        privacy.set_own_names(settings.PRIVACY_NAMES)
        search.register_all()
        shared_pages.register()
