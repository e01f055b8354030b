"""A draft that organisers were asked to look through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from aukio.apps.dialogues.checking import actions
from aukio.apps.dialogues.checking.actions import Said
from aukio.apps.dialogues.checking.models import Remark, Review, Verdict
from aukio.apps.dialogues.checking.rules import CODE
from aukio.apps.dialogues.tests.pages.scene import Scene, scene
from aukio.shared.accounts.codes import find, issue
from aukio.shared.accounts.models import Code

ADDRESS = "jarjestaja@example.org"


@dataclass(frozen=True)
class Asked:
    """A round in work; ``review`` is of the dialogue in Kuopio."""

    made: Scene
    review: Review

    @property
    def token(self) -> str:
        return issue(CODE, self.review)

    @property
    def code(self) -> Code:
        found = find(self.token, CODE)
        assert found
        return found

    def unfair(self, **fields: Any) -> Remark:
        given = {"reason": "Kukaan ei puhunut illoista.", "sentence": self.made.sentence, **fields}
        actions.say(by=self.code, review=self.review, remarks=[Said(Verdict.UNFAIR.value, **given)])
        return Remark.objects.order_by("-pk").get(review=self.review, sentence=given["sentence"])


def asked(days: int = 14, **round_fields: Any) -> Asked:
    made = scene(published=False, **round_fields)
    (review,) = actions.ask_organisers(
        by=None,
        round=made.round,
        due=timezone.localdate() + timedelta(days=days),
        addresses={made.dialogues[0]: ADDRESS},
    )
    return Asked(made, review)
