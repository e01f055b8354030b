"""Addresses the browser suite opens: every public page of the room that takes parameters."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.tests.pages.scene import scene

SLUG = "everyday-safety-example"


def examples() -> dict[str, dict[str, Any]]:
    """Route name → its parameters; a published round of its own is made here, once."""
    round = Round.objects.filter(slug=SLUG).first()
    if round is None:
        round = _made()
    theme = round.themes.get()
    slug = {"slug": SLUG}
    return {
        "dialogues:round": slug,
        "dialogues:dialogues": slug,
        "dialogues:dialogue": {**slug, "dialogue": round.dialogues.order_by("pk")[0].pk},
        "dialogues:theme": {**slug, "theme": theme.pk},
        "dialogues:sentence": {**slug, "sentence": theme.sentences.order_by("pk")[0].pk},
        "dialogues:version": {**slug, "kind": "short"},
        "dialogues:download": {**slug, "form": "csv"},
    }


def _made() -> Round:
    """Published with a short version."""
    made = scene(slug=SLUG, is_sample=True, published=False)
    summary = made.sentence.summary
    actions.write_variant_sentence(
        by=None,
        summary=summary,
        kind="short",
        texts={"fi": "Illat ovat pitkiä.", "sv": "Kvällarna är långa.", "en": "Evenings are long."},
        sources=[made.sentence],
    )
    actions.set_variant_ready(by=None, summary=summary, kind="short", languages=["fi", "sv", "en"])
    actions.publish(by=None, round=made.round)
    return made.round
