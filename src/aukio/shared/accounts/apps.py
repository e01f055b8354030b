from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "aukio.shared.accounts"
    label = "accounts"

    def ready(self) -> None:
        from aukio.shared.accounts import codes, recording, rules  # noqa: F401
        from aukio.shared.jobs import chores

        chores.register("codes-forget", codes.forget_expired, every=24 * 3600)
        recording.watch()
