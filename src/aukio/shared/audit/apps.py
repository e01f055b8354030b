from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "aukio.shared.audit"
    label = "audit"
