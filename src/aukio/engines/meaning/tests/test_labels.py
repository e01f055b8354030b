"""Labels on real conversations: never a stop word, a number, or a note left out."""

import numpy as np
import pytest

from aukio.engines.meaning import Note
from aukio.engines.meaning._labels import NAMELESS, keywords, label
from aukio.engines.meaning._notes import checked
from aukio.engines.meaning._reading import read_notes
from aukio.engines.text import is_stopword
from aukio.engines.text.tests.realdata import folder


def named(*texts, language="fi"):
    notes = [Note(str(number), text, language) for number, text in enumerate(texts)]
    return keywords(notes, np.zeros(len(notes), np.intp))[0][language]


def test_forms_of_one_word_are_one_keyword():
    assert named("bussi tulee", "bussit tulevat", "bussissa istutaan").count("bussi") == 1


def test_german_nouns_keep_their_capital():
    assert "Fahrrad" in named("Das Fahrrad steht", "Mein Fahrrad", language="de")


def test_abbreviations_keep_their_capitals():
    assert "UBI" in named("UBI works", "Give us UBI", language="en")


def test_numbers_are_no_names():
    assert named("2024 15 3,5", "100") == ()
    assert label(()) == NAMELESS


def test_addresses_are_no_names():
    linked = "Katso https://www.example.org/varaus/pyora tai kysy osoitteesta nimi@example.org"
    found = named(linked, linked + " pyöräily")
    assert not {"https", "www", "example", "varaus", "org"} & {word.lower() for word in found}


def test_a_label_is_at_most_three_words():
    assert label(("a", "b", "c", "d")) == "a, b, c"


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("polis/scoop-hivemind.biodiversity/comments.csv", "comment-body"),
        ("cimt/dataset-Ottensen-thematic-d1a.csv", "text"),
    ],
)
def test_real_labels_hold_no_stop_words_or_numbers(path, text):
    notes = checked(read_notes(folder() / "dialogues" / path, text=text))
    groups = np.arange(len(notes)) % 12
    for words in keywords(notes, groups).values():
        for language, found in words.items():
            assert found
            for word in found:
                assert not is_stopword(word, language=language)
                assert not any(sign.isdigit() for sign in word)
