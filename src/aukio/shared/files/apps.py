from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "aukio.shared.files"
    label = "files"

    def ready(self) -> None:
        from aukio.shared.files import actions
        from aukio.shared.jobs import chores

        chores.register("files-expired", actions.delete_expired, every=3600)
