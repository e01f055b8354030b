"""From real words to themes, with the model this machine can run."""

import itertools

import pytest

from aukio.engines.meaning import Note, coverage, find_themes, note_vectors, pick_quotes
from aukio.engines.meaning._progress import STAGES, stage
from aukio.engines.text import embedding_model_name, is_stopword, read_table
from aukio.engines.text.tests.realdata import folder

EACH = 12


@pytest.fixture(scope="module")
def said():
    """The same sentences in three languages, with their vectors."""
    notes = []
    for language, name in (("fi", "fin"), ("sv", "swe"), ("en", "eng")):
        table = read_table(folder() / "dialogues" / "sib200" / f"{name}_train.tsv", wanted=["text"])
        texts = table.column("text")[:EACH]
        notes += [Note(f"{language}{row}", text, language) for row, text in enumerate(texts)]
    return notes, note_vectors(notes)


@pytest.mark.realdata
def test_nothing_is_left_out_and_quotes_are_exact(said):
    notes, vectors = said
    texts = {note.id: note.text for note in notes}
    found = find_themes(notes, embeddings=vectors)
    assert set(found.assignments) == set(texts)
    assert 1 < len(found.themes) < len(notes) / 2
    for theme in found.themes:
        assert {found.assignments[one] for one in theme.note_ids} == {theme.id}
        for quote in theme.quotes:
            assert texts[quote.id][quote.start : quote.end] == quote.text


@pytest.mark.realdata
def test_labels_are_never_stop_words(said):
    notes, vectors = said
    for theme in find_themes(notes, embeddings=vectors).themes:
        for language, label in theme.label.items():
            assert not any(is_stopword(word, language=language) for word in label.split(", "))


@pytest.mark.realdata
def test_translations_of_one_sentence_come_together(said):
    if embedding_model_name() == "lemma-tfidf-svd":
        pytest.skip("This machine cannot run the multilingual model.")
    notes, vectors = said
    found = find_themes(notes, embeddings=vectors).assignments
    together = sum(
        found[f"{one}{row}"] == found[f"{other}{row}"]
        for row in range(EACH)
        for one, other in (("fi", "sv"), ("fi", "en"), ("sv", "en"))
    )
    assert together / (3 * EACH) > 0.7


@pytest.mark.realdata
def test_themes_are_not_languages(said):
    from sklearn.metrics import normalized_mutual_info_score

    notes, vectors = said
    found = find_themes(notes, embeddings=vectors).assignments
    languages = [note.language for note in notes]
    assert normalized_mutual_info_score(languages, [found[note.id] for note in notes]) < 0.05


@pytest.mark.realdata
def test_the_same_notes_give_the_same_themes_and_the_same_vectors(said):
    notes, vectors = said
    assert find_themes(notes, embeddings=vectors) == find_themes(notes, embeddings=vectors)
    few = notes[:4]
    assert (note_vectors(few) == note_vectors(few)).all()


FEW = [
    Note("a", "Bussit kulkevat liian harvoin.", "fi"),
    Note("b", "", "fi"),
    Note("c", "Bussarna går för sällan."),
]


@pytest.mark.parametrize("n", [0, 1, 2, 3])
def test_a_few_notes_with_an_empty_one_among_them(n):
    found = find_themes(FEW[:n])
    assert set(found.assignments) == {note.id for note in FEW[:n]}
    assert len(found.themes) == min(n, 1)


def test_identical_texts_share_a_theme():
    notes = [Note(str(number), "Lisää puita keskustaan.", "fi") for number in range(12)]
    found = find_themes(notes)
    assert [theme.size for theme in found.themes] == [12]
    assert 0 <= found.coverage <= 1


def test_only_empty_texts_are_one_nameless_theme():
    found = find_themes([Note("1", "", "fi"), Note("2", " \n", "sv"), Note("3", "…", "fi")])
    assert [theme.size for theme in found.themes] == [3]


def test_quotes_of_identical_sentences_are_not_repeated():
    notes = [Note(str(number), "Lisää puita meidän keskustaan.", "fi") for number in range(6)]
    chosen = pick_quotes(notes, count=3)
    assert len(chosen) == 1
    assert 0 <= coverage(notes, chosen) <= 1


def test_progress_only_grows_and_names_its_stages():
    told = []
    find_themes(FEW, progress=lambda *step: told.append(step))
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert {total for _, total, _ in told} == {100}
    assert told[0][2] == "reading"
    assert told[-1] == (100, 100, "naming")


def test_stages_follow_one_another_without_a_gap():
    bounds = list(STAGES.values())
    assert bounds[0][0] == 0
    assert bounds[-1][1] == 100
    assert all(one[1] == other[0] for one, other in itertools.pairwise(bounds))


def test_a_stage_nobody_listens_to_is_silent():
    assert stage(None, "reading")(1, 0) is None
