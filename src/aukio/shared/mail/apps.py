from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "aukio.shared.mail"
    label = "mail"

    def ready(self) -> None:
        from aukio.shared.jobs import chores
        from aukio.shared.mail import actions

        chores.register("mail", actions.send_due, every=5)
        chores.register("mail-forget", actions.forget_old, every=3600)
