from django.apps import AppConfig


class I18nConfig(AppConfig):
    name = "aukio.shared.i18n"
    label = "i18n"
