from django.apps import AppConfig
from django.db.models.signals import post_save


class ForesightConfig(AppConfig):
    name = "aukio.apps.dialogues.foresight"
    label = "dialogues_foresight"

    def ready(self) -> None:
        """Tell the house the wing's rules, its parts of other pages and its repeated work.

        Who spoke of what is kept in the transaction that publishes a summary.
        """
        from aukio.apps.dialogues.foresight import chores, rules, shared_pages
        from aukio.apps.dialogues.models import Publication

        rules.register()
        chores.register()
        shared_pages.register()
        post_save.connect(
            chores.published, sender=Publication, dispatch_uid="foresight.spread.published"
        )
