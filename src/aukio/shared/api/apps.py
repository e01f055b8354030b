from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "aukio.shared.api"
    label = "api"
