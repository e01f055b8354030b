from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "aukio.shared.areas"
    label = "areas"
