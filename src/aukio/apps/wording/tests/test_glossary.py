"""Glossaries: what an editor may write, and how it is used in checks."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.wording import asking
from aukio.apps.wording.actions import glossary as actions
from aukio.apps.wording.actions.glossary import Wanted
from aukio.apps.wording.models import GlossaryTerm
from aukio.apps.wording.queries.glossary import glossary, organisations_of
from aukio.apps.wording.tests import factories as make
from aukio.apps.wording.texts import pasted, read
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db
TERM = Wanted("fi", "tuki", ["avustus"], "Raha, jota kunta maksaa.")


def test_a_term_is_added_with_its_words_trimmed():
    house = organisation()
    told = Wanted("fi", "  asumisen   tuki ", [" avustus", "avustus ", ""])
    made = actions.add_term(by=make.editor(house), organisation=house, term=told)

    assert (made.preferred, made.forbidden) == ("asumisen tuki", ["avustus"])
    assert Event.objects.filter(verb="wording.add_term").exists()


def test_a_term_is_changed_and_removed():
    house = organisation()
    editor, made = make.editor(house), make.term(house)
    actions.change_term(by=editor, term=made, to=Wanted("sv", "stöd"))
    made.refresh_from_db()
    assert (made.language, made.preferred, made.forbidden) == ("sv", "stöd", [])

    actions.remove_term(by=editor, term=made)
    assert not GlossaryTerm.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        Wanted("de", "Hilfe"),
        Wanted("fi", "  "),
        Wanted("fi", "x" * 101),
        Wanted("fi", "tuki", ["y" * 101]),
        Wanted("fi", "tuki", ["Tuki"]),
        Wanted("fi", "tuki", [f"sana{number}" for number in range(21)]),
        Wanted("fi", "tuki", [], "x" * 301),
    ],
)
def test_a_term_that_says_nothing_usable_is_refused(wrong: Wanted):
    house = organisation()
    with pytest.raises(Fault):
        actions.add_term(by=make.editor(house), organisation=house, term=wrong)
    assert not GlossaryTerm.objects.exists()


def test_the_same_word_is_not_added_twice_in_any_case():
    house = organisation()
    make.term(house, "Tuki")
    with pytest.raises(Fault, match="already"):
        actions.add_term(by=make.editor(house), organisation=house, term=TERM)
    actions.add_term(by=None, organisation=organisation(), term=TERM)


def test_only_an_editor_of_the_organisation_writes():
    house = organisation()
    made = make.term(house)
    for person in (make.editor(), make.colleague(house)):
        with pytest.raises(PermissionDenied):
            actions.add_term(by=person, organisation=house, term=TERM)
        with pytest.raises(PermissionDenied):
            actions.change_term(by=person, term=made, to=TERM)
        with pytest.raises(PermissionDenied):
            actions.remove_term(by=person, term=made)


def test_a_member_of_any_room_has_the_organisations_glossary():
    house = organisation()

    assert organisations_of(make.colleague(house)) == [house]
    assert organisations_of(make.VISITOR) == []


def test_a_check_finds_avoided_words_in_every_form_and_asks_for_explanations():
    house = organisation()
    actions.add_term(by=None, organisation=house, term=TERM)
    document = read(pasted("Voit hakea avustusta. Tuki maksetaan sinulle heti."))
    how = make.asked(organisation=house.pk)
    report = asking.surface(document, how, glossary(house.pk, "fi"))

    found = {one.rule: document.source[one.start : one.end] for one in report.findings}
    assert found["glossary-forbidden"] == "avustusta"
    assert found["glossary-unexplained"] == "Tuki"


def test_a_glossary_is_of_one_language_and_one_organisation():
    house = organisation()
    make.term(house)

    assert glossary(house.pk, "sv").terms == ()
    assert glossary(organisation().pk, "fi").terms == ()
    assert glossary(None, "fi").terms == ()
