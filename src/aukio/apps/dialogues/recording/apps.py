from django.apps import AppConfig


class RecordingConfig(AppConfig):
    name = "aukio.apps.dialogues.recording"
    label = "dialogues_recording"

    def ready(self) -> None:
        """Tell the house the wing's rules, its parts of the room's pages, and its chore."""
        from aukio.apps.dialogues import field_marks
        from aukio.apps.dialogues.recording import (
            chores,
            marks,
            parts,
            rules,  # noqa: F401
        )

        field_marks.add(marks.labels_of)
        parts.register()
        chores.register()
