from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "aukio.shared.organisations"
    label = "organisations"

    def ready(self) -> None:
        from aukio.shared.organisations import rules  # noqa: F401
