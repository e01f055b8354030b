from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "aukio.shared.accounts"
    label = "accounts"

    def ready(self) -> None:
        from aukio.shared.accounts import rules  # noqa: F401
