"""Loading vocabularies: the same again changes nothing, and no code is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.shared.audit.models import Event
from aukio.shared.terms.actions import load
from aukio.shared.terms.faults import FileFault
from aukio.shared.terms.models import Term, Vocabulary
from aukio.shared.terms.tests.factories import MODES, vocabulary_file

pytestmark = pytest.mark.django_db


def test_terms_are_stored_in_the_order_of_the_file(tmp_path: Path):
    load(by=None, path=vocabulary_file(tmp_path))

    assert list(Term.objects.values_list("code", flat=True)) == ["face-to-face", "online"]


def test_the_outcome_counts_what_was_new(tmp_path: Path):
    outcome = load(by=None, path=vocabulary_file(tmp_path))

    assert (outcome.vocabularies, outcome.terms, outcome.new) == (1, 2, 2)


def test_loading_the_same_again_changes_nothing(tmp_path: Path):
    path = vocabulary_file(tmp_path)
    load(by=None, path=path)

    again = load(by=None, path=path)

    assert (again.new, again.changed, again.retired) == (0, 0, 0)


def test_a_changed_label_replaces_the_old_one(tmp_path: Path):
    load(by=None, path=vocabulary_file(tmp_path))

    outcome = load(by=None, path=vocabulary_file(tmp_path, MODES.replace("Verkossa", "Netissä")))

    assert outcome.changed == 1
    assert Term.objects.get(code="online").label_fi == "Netissä"


def test_a_term_missing_from_the_file_is_retired_but_kept(tmp_path: Path):
    load(by=None, path=vocabulary_file(tmp_path))

    load(by=None, path=vocabulary_file(tmp_path, MODES.split("- code: online")[0]))

    assert Term.objects.get(code="online").retired


def test_a_retired_term_that_returns_is_offered_again(tmp_path: Path):
    load(by=None, path=vocabulary_file(tmp_path))
    load(by=None, path=vocabulary_file(tmp_path, MODES.split("- code: online")[0]))

    load(by=None, path=vocabulary_file(tmp_path))

    assert not Term.objects.get(code="online").retired


def test_one_faulty_file_of_a_folder_leaves_everything_as_it_was(tmp_path: Path):
    vocabulary_file(tmp_path, name="good")
    vocabulary_file(tmp_path, "- {code: a}\n", name="bad")

    with pytest.raises(FileFault):
        load(by=None, path=tmp_path)

    assert not Vocabulary.objects.exists()


def test_loading_leaves_one_event_in_the_audit_chain(tmp_path: Path):
    load(by=None, path=vocabulary_file(tmp_path))

    assert list(Event.objects.values_list("verb", flat=True)) == ["terms.load"]


def test_loading_that_changes_nothing_leaves_no_event(tmp_path: Path):
    path = vocabulary_file(tmp_path)
    load(by=None, path=path)
    load(by=None, path=path)

    assert Event.objects.count() == 1


def test_the_vocabularies_that_come_with_aukio_can_be_loaded():
    outcome = load(by=None, path=Path(__file__).resolve().parents[5] / "data" / "terms")

    assert outcome.terms > 20
