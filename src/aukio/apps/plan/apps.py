from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "aukio.apps.plan"
    label = "plan"

    def ready(self) -> None:
        """Tell the house what can be found here."""
        from aukio.apps.plan import search

        search.register_kinds()
