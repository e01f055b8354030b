from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "aukio.ui"
    label = "ui"
