from django.apps import AppConfig


class TermsConfig(AppConfig):
    name = "aukio.shared.terms"
    label = "terms"

    def ready(self) -> None:
        from aukio.shared.terms import memory

        memory.connect()
