"""A round with two records, two codes and two coders."""

from __future__ import annotations

from dataclasses import dataclass

from django.test import Client

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.actions import Words
from aukio.apps.dialogues.coding.models import Code, Coding, Proposal, Run
from aukio.apps.dialogues.models import Note, Record, Round
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.accounts.models import Person

SAID = "Bussi ei kulje.\nLääkäriin on jono.\nIlta on pitkä.\nJunakaan ei tule.\n"
TOLD = "Bussi on myöhässä.\nLääkäri vaihtuu.\n"


@dataclass
class Scene:
    round: Round
    records: list[Record]
    notes: list[Note]
    bus: Code
    doctor: Code
    anna: Person
    bertil: Person

    def code(self, who: Person, note: int, *codes: Code) -> None:
        """Code the note of this number; without codes none fits."""
        actions.code_note(
            by=who,
            note=self.notes[note],
            codes=[one.pk for one in codes],
            none_fits=not codes,
        )

    def codes(self, who: Person, note: int) -> set[int] | None:
        """What stands now; None when the person has not coded the note."""
        coding = Coding.objects.filter(note=self.notes[note], coder=who).first()
        if coding is None:
            return None
        return set(coding.given.filter(now=True).values_list("code", flat=True))

    def proposal(self, note: int, code: Code, confidence: float = 0.7) -> Proposal:
        run = Run.objects.filter(round=self.round).first() or Run.objects.create(
            round=self.round, digest="", coded=0
        )
        return Proposal.objects.create(
            run=run,
            note=self.notes[note],
            code=code,
            confidence=confidence,
            words=self.notes[note].text.split()[:1],
        )

    def client(self, who: Person | None = None) -> Client:
        return signed_in(who or self.anna)


def scene() -> Scene:
    round = make.RoundFactory(slug="kierros")
    records = [
        make.record(text, dialogue=make.DialogueFactory(round=round, title=title))
        for title, text in (("Kirjasto, Kuopio", SAID), ("Talo, Porvoo", TOLD))
    ]
    notes = [note for record in records for note in record.notes.order_by("position")]
    return Scene(
        round,
        records,
        [Note.objects.select_related("record__dialogue__round").get(pk=n.pk) for n in notes],
        actions.add_code(by=None, round=round, words=Words("Bussit", example="Bussi ei tule")),
        actions.add_code(by=None, round=round, words=Words("Lääkäri")),
        make.core_group(),
        make.core_group(),
    )
