from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class IndicatorsConfig(AppConfig):
    name = "aukio.shared.indicators"
    label = "indicators"

    def ready(self) -> None:
        autodiscover_modules("indicators")
