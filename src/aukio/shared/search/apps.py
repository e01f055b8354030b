from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "aukio.shared.search"
    label = "search"

    def ready(self) -> None:
        from aukio.shared.search import lookups  # noqa: F401 -- registers the lookup
