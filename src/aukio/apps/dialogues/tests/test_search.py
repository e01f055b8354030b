"""Published words are found; work in progress is not."""

from __future__ import annotations

import pytest

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Sentence
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.search.actions import rebuild
from aukio.shared.search.models import SearchEntry

pytestmark = pytest.mark.django_db


def entries() -> set[tuple[str, str, str]]:
    return set(SearchEntry.objects.values_list("kind", "language", "title"))


def test_a_publication_makes_its_words_findable() -> None:
    round = make.publishable(title_fi="Arjen turva", title_sv="Trygghet")

    actions.publish(by=None, round=round)

    assert ("dialogues.round", "sv", "Trygghet") in entries()
    assert ("dialogues.sentence", "fi", "Moni on yksin.") in entries()
    assert {kind for kind, _, _ in entries()} == {
        "dialogues.round",
        "dialogues.theme",
        "dialogues.sentence",
    }


def test_work_in_progress_is_not_found() -> None:
    round = make.publishable()
    rebuild()
    assert not entries()
    actions.publish(by=None, round=round)
    actions.edit_sentence(by=None, sentence=Sentence.objects.get(), texts={"fi": "Kesken"})

    rebuild()

    assert ("dialogues.sentence", "fi", "Moni on yksin.") in entries()


def test_a_sentence_that_a_correction_leaves_out_is_no_longer_found() -> None:
    round = make.publishable()
    gone = make.sentence(round.themes.get(), Sentence.objects.get().quotes.get().note, text="Pois.")
    actions.publish(by=None, round=round)
    actions.remove_sentence(by=None, sentence=gone)

    actions.correct(by=None, round=round, reason="Poistettu")

    assert "Pois." not in {title for _, _, title in entries()}
