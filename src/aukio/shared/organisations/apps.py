from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "aukio.shared.organisations"
    label = "organisations"

    def ready(self) -> None:
        from aukio.shared.organisations import endings, rules  # noqa: F401
