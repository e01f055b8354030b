from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "aukio.shared.accounts"
    label = "accounts"
