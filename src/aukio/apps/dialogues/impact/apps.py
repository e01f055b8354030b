from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "aukio.apps.dialogues.impact"
    label = "dialogues_impact"

    def ready(self) -> None:
        """Tell the house the wing's rules, its parts of other pages and its repeated work."""
        from aukio.apps.dialogues.impact import chores, rules, search, shared_pages

        rules.register()
        search.register_kinds()
        shared_pages.register()
        chores.register()
