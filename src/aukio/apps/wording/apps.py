from django.apps import AppConfig


class WordingConfig(AppConfig):
    name = "aukio.apps.wording"
    label = "wording"

    def ready(self) -> None:
        """Tell the house the room's rules, its chore, and its part of shared pages."""
        from aukio.apps.wording import rules  # noqa: F401
        from aukio.apps.wording.actions import sites, texts
        from aukio.apps.wording.views import shared_pages
        from aukio.shared.jobs import chores

        chores.register("wording-forget", texts.forget_expired, every=60)
        chores.register("wording-forget-sites", sites.forget_expired_sites, every=3600)
        shared_pages.register()
