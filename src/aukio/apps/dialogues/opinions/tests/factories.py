"""Conversations with statements and votes to test with."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
from django.utils import timezone

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.opinions import actions
from aukio.apps.dialogues.opinions.models import (
    Conversation,
    Moderation,
    Stage,
    Statement,
    Vote,
    Voter,
)
from aukio.apps.dialogues.opinions.summing_up import sum_up
from aukio.apps.dialogues.tests.factories import RoundFactory
from aukio.engines.opinions import UNSEEN
from aukio.engines.opinions.tests.votes import camps

STATEMENTS = [
    ("Naapuria tulee tervehtiä.", "Man ska hälsa på grannen.", "One should greet a neighbour."),
    ("Kirjasto on avoinna riittävästi.", "Biblioteket är öppet nog.", "Libraries are open enough."),
    ("Iltaisin on turvallista kulkea.", "Kvällarna är trygga.", "Evenings are safe outside."),
    ("Bussi kulkee riittävän usein.", "Bussen går ofta nog.", "The bus runs often enough."),
    ("Puistoihin tarvitaan lisää valoa.", "Parkerna behöver mer ljus.", "Parks need more light."),
    ("Nuorilla on paikka kokoontua.", "De unga har en plats.", "Young people have a place."),
    ("Apua saa silloin kun tarvitsee.", "Hjälp finns i tid.", "Help is there when needed."),
    ("Etäpalvelut riittävät.", "Distanstjänster räcker.", "Remote services are enough."),
]


def conversation(
    *, stage: str = Stage.OPEN, statements: int = 8, round: Round | None = None, **fields: object
) -> Conversation:
    """Prepared, open or closed, with accepted statements."""
    made: Conversation = Conversation.objects.create(
        round=round or RoundFactory(),
        stage=stage,
        question_fi="Mikä tekee arjesta turvallista?",
        question_sv="Vad gör vardagen trygg?",
        question_en="What makes everyday life safe?",
        **{"delete_on": timezone.localdate() + timedelta(days=90), **fields},
    )
    for number in range(statements):
        texts = STATEMENTS[number % len(STATEMENTS)]
        Statement.objects.create(
            conversation=made,
            number=number,
            moderation=Moderation.ACCEPTED,
            **{f"text_{code}": text for code, text in zip(("fi", "sv", "en"), texts, strict=True)},
        )
    return made


def vote(made: Conversation, marks: np.ndarray) -> list[Voter]:
    """A voter for each row of marks, in the order of statements."""
    statements = list(made.statements.order_by("number"))
    voters = Voter.objects.bulk_create(
        Voter(conversation=made, seed=number) for number in range(len(marks))
    )
    Vote.objects.bulk_create(
        Vote(voter=voter, statement=statement, value=int(mark))
        for voter, row in zip(voters, marks, strict=True)
        for statement, mark in zip(statements, row, strict=True)
        if mark != UNSEEN
    )
    return voters


def voted(sizes: tuple[int, ...] = (30, 20), **fields: object) -> Conversation:
    """Two camps have voted, and the map has been computed."""
    made = conversation(**fields)
    vote(made, camps(sizes, statements=8, missing=0).marks)
    actions.keep_found(by=None, conversation=made, content=sum_up(made))
    return made


def shown(**fields: object) -> Conversation:
    """As ``voted``, and the results are public."""
    made = voted(**fields)
    actions.show_results(by=None, conversation=made, shown=True)
    return made
