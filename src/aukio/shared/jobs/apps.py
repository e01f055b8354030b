from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "aukio.shared.jobs"
    label = "jobs"

    def ready(self) -> None:
        from aukio.shared.jobs import rules  # noqa: F401
