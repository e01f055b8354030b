"""What other parts of the house hold on to: the room knows them only by the database's word."""

from __future__ import annotations

from django.db.models import PROTECT, ProtectedError

from aukio.apps.dialogues.models import Round, Theme

OWN = Theme._meta.app_label


def held_by_wings(round: Round) -> set[int]:
    """Themes of the round that a wing will not let go, such as one owners were asked about.

    One query for each wing that protects themes.
    """
    held: set[int] = set()
    for relation in Theme._meta.related_objects:
        model = relation.related_model
        if relation.on_delete is PROTECT and model._meta.app_label != OWN:
            themes = relation.field.name
            rows = model._base_manager.filter(**{f"{themes}__round": round})
            held.update(rows.values_list(themes, flat=True))
    return held


def is_held_by_wing(error: ProtectedError) -> bool:
    """Whether something outside the room keeps the row, rather than the room's own rows."""
    return any(one._meta.app_label != OWN for one in error.protected_objects)
