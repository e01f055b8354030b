"""A dialogue with its organiser and scribes, to test with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client

from aukio.apps.dialogues.models import Dialogue, RoundStatus
from aukio.apps.dialogues.recording import actions
from aukio.apps.dialogues.recording.models import Scribe, Sheet
from aukio.apps.dialogues.rules import SCRIBE
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.accounts.codes import find
from aukio.shared.accounts.models import Code, Person

SAID = "Ilta on pitkä.\nKukaan ei soita minulle.\nKirjastossa sanotaan päivää."
SECRETS = "Tunnus 131052-308T.\nSoita 040 123 4567.\nMatti Virtanen kertoi.\nIlta on pitkä."


@dataclass(frozen=True)
class Scene:
    dialogue: Dialogue
    organiser: Person

    def invited(self, name: str = "Aino") -> tuple[Scribe, str]:
        """A scribe and the token of the link."""
        made = actions.invite(by=self.organiser, dialogue=self.dialogue, name=name)
        return made.scribe, made.link.rstrip("/").rpartition("/")[2]

    def code(self, name: str = "Aino") -> Code:
        _scribe, token = self.invited(name)
        found = find(token, SCRIBE)
        assert found
        return found

    def sheet(self) -> Sheet:
        return actions.begin(by=self.organiser, dialogue=self.dialogue)

    def written(self, text: str = SAID, field: str = "talked") -> Sheet:
        sheet = self.sheet()
        heads = sheet.entries.filter(field=field, is_head=True)
        base = heads.last()
        actions.save_text(
            by=self.organiser, sheet=sheet, field=field, text=text, base=base.pk if base else None
        )
        return Sheet.objects.select_related("form", "dialogue", "record").get(pk=sheet.pk)

    def client(self) -> Client:
        return signed_in(self.organiser)


def scene(**round_fields: Any) -> Scene:
    round_fields.setdefault("status", RoundStatus.COLLECTING)
    dialogue = make.DialogueFactory(
        round=make.RoundFactory(**round_fields), title="Kirjasto, Kuopio"
    )
    return Scene(dialogue, make.organiser(dialogue.organiser))
