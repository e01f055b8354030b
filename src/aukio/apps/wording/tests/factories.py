"""Texts, organisations and figures to test with. All of it is invented."""

from __future__ import annotations

import uuid
from datetime import date
from io import BytesIO
from typing import Any

from django.contrib.auth.models import AnonymousUser

from aukio.apps.wording.actions import texts as actions
from aukio.apps.wording.asking import Asked, goal_of
from aukio.apps.wording.models import GlossaryTerm, KeptText, Showing, TextFigures
from aukio.apps.wording.texts import Given, pasted
from aukio.shared.accounts.models import Person
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.tests.factories import member, organisation

HARD = """Hakemuksen käsittely

Hakemukseen on liitettävä palkkatodistus. Mikäli hakija ei toimita liitteitä, hakemus raukeaa. \
Lisätietoja antaa ko. viranomainen.

- Yksi asia
- Toinen asia 24/7

Lomake palautetaan allekirjoitettuna kuntaan viimeistään 1.2.2027."""
CLEAR = "Voit hakea tukea. Täytä lomake ja lähetä se kuntaan. Puhelin 09 123 4567."
VISITOR = AnonymousUser()


def asked(**told: Any) -> Asked:
    """How to check: official Finnish, unless told otherwise."""
    given: dict[str, Any] = {"language": "fi", "profile": "official", "say_in": "fi", **told}
    given.setdefault("goal", goal_of(given["profile"]))
    return Asked(**given)


def kept(text: str = HARD, *, by: Any = VISITOR, **told: Any) -> tuple[KeptText, str]:
    """A kept text and the token of its maker's link."""
    return actions.begin(by=by, given=pasted(text), asked=asked(**told))


def kept_file(given: Given, **told: Any) -> tuple[KeptText, str]:
    told = {"ending": given.ending, "name": given.name, **told}
    return actions.begin(by=VISITOR, given=given, asked=asked(**told))


def editor(of: Organisation | None = None) -> Person:
    return member(of or organisation(), "wording", "editor")


def colleague(of: Organisation | None = None) -> Person:
    """A member with a role in another room."""
    return member(of or organisation(), "dialogues", "organiser")


def term(of: Organisation, preferred: str = "tuki", **fields: Any) -> GlossaryTerm:
    given = {"language": "fi", "forbidden": ["avustus"], **fields}
    return GlossaryTerm.objects.create(organisation=of, preferred=preferred, **given)


def showing(**fields: Any) -> Organisation:
    """An organisation that shows its figures."""
    made = organisation(**fields)
    Showing.objects.create(organisation=made)
    return made


def figures(of: Organisation, first: float = 50, last: float = 60, **fields: Any) -> TextFigures:
    given: dict[str, Any] = {
        "series": uuid.uuid4(),
        "profile": "official",
        "language": "fi",
        "checks": 2,
        "first_day": date(2026, 10, 1),
        "last_day": date(2026, 10, 2),
        **fields,
    }
    return TextFigures.objects.create(organisation=of, first_score=first, last_score=last, **given)


def docx_file(*paragraphs: str, bold: str = "") -> bytes:
    """A Word document: a heading, these paragraphs, and a table; `bold` words are bold."""
    import docx

    made, content = docx.Document(), BytesIO()
    made.add_heading("Päätös", level=1)
    for words in paragraphs:
        paragraph = made.add_paragraph()
        before, found, after = words.partition(bold) if bold else (words, "", "")
        paragraph.add_run(before)
        if found:
            paragraph.add_run(found).bold = True
            paragraph.add_run(after).italic = True
    made.add_table(rows=1, cols=2).rows[0].cells[0].text = "Taulukon solu"
    made.save(content)
    return content.getvalue()
