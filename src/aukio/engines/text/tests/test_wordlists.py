"""Word lists in files: the same lemmas, little memory, and no harm when a file is missing."""

import logging
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from aukio.engines.text import _wordlists as lists
from aukio.engines.text import has_lemma_list, is_listed, lemma, listed_lemma, prepare

TINY = {"gator": "gata", "husen": "hus", "böckerna": "bok", "år": "år"}


@pytest.fixture
def tiny(monkeypatch):
    """Stand in for the shipped lists, counting how often they are read."""
    read = []

    def entries(lang):
        read.append(lang)
        return ((word, base.encode()) for word, base in TINY.items())

    monkeypatch.setattr(lists, "_entries", entries)
    monkeypatch.setattr(lists, "_in_memory", lambda lang: {"in": "memory"})
    return read


def test_a_list_is_built_once_and_read_from_its_file_after_that(tiny, tmp_path):
    first = lists.WordLists(tmp_path).get_dictionary("sv")
    again = lists.WordLists(tmp_path).get_dictionary("sv")
    assert dict(first) == dict(again) == TINY
    assert tiny == ["sv"]
    assert [path.suffix for path in tmp_path.iterdir()] == [".marisa"]


def test_a_word_that_is_not_listed_is_none(tiny, tmp_path):
    words = lists.WordLists(tmp_path).get_dictionary("sv")
    assert words.get("gatornas") is None
    assert words.get("gatornas", "x") == "x"
    assert words["böckerna"] == "bok"
    assert len(words) == len(TINY)
    with pytest.raises(KeyError):
        words["gatornas"]


def test_a_damaged_file_is_made_anew(tiny, tmp_path, caplog):
    made = lists.WordLists(tmp_path)
    made.path("sv").write_bytes(b"not a trie")
    with caplog.at_level(logging.WARNING):
        assert made.get_dictionary("sv").get("gator") == "gata"
    assert "made anew" in caplog.text


def test_a_folder_that_cannot_be_made_leaves_the_list_in_memory(tiny, tmp_path, caplog):
    blocking = tmp_path / "file"
    blocking.write_text("")
    with caplog.at_level(logging.WARNING):
        words = lists.WordLists(blocking / "under").get_dictionary("sv")
    assert words == {"in": "memory"}
    assert tiny == []
    assert "in memory" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_folder_anyone_may_write_to_is_not_trusted(tiny, tmp_path):
    lists.WordLists(tmp_path).get_dictionary("sv")
    tmp_path.chmod(0o777)
    assert lists.WordLists(tmp_path).get_dictionary("sv") == {"in": "memory"}


def test_a_full_disk_leaves_nothing_half_written(tiny, tmp_path, monkeypatch):
    def full(part, lang):
        part.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lists, "_write", full)
    assert lists.WordLists(tmp_path).get_dictionary("sv") == {"in": "memory"}
    assert list(tmp_path.iterdir()) == []


def build(folder):
    words = lists.WordLists(Path(folder)).get_dictionary("en")
    return words["libraries"], len(words)


def test_two_processes_at_once_both_get_the_whole_list(tmp_path):
    with get_context("spawn").Pool(2) as pool:
        one, other = pool.map(build, [str(tmp_path)] * 2, chunksize=1)
    assert one == other
    assert one[0] == "library"
    assert [path.suffix for path in tmp_path.iterdir()] == [".marisa"]


def test_the_folder_is_the_one_named_else_the_users(monkeypatch, tmp_path):
    monkeypatch.setenv("AUKIO_CACHE_DIR", str(tmp_path))
    assert lists.folder() == tmp_path
    monkeypatch.setenv("AUKIO_CACHE_DIR", " ")
    monkeypatch.setattr(lists.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x"))
    assert lists.folder() == tmp_path / "x" / "aukio"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert lists.folder() == tmp_path / ".cache" / "aukio"


def test_an_account_without_a_home_keeps_nothing(monkeypatch, tiny):
    def homeless():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("AUKIO_CACHE_DIR", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(lists.sys, "platform", "linux")
    monkeypatch.setattr(lists.Path, "home", homeless)
    assert lists.WordLists(lists.folder()).get_dictionary("sv") == {"in": "memory"}


def test_prepare_names_the_files_it_made(monkeypatch, tiny, tmp_path):
    monkeypatch.setenv("AUKIO_CACHE_DIR", str(tmp_path))
    assert [path.is_file() for path in prepare(("sv", "en"))] == [True, True]
    monkeypatch.setenv("AUKIO_CACHE_DIR", "/dev/null/none")
    assert prepare(("sv",)) == ()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_lemmas_are_those_of_the_shipped_lists(language):
    import simplemma
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    shipped = list(DefaultDictionaryFactory(cache_max_size=0).get_dictionary(language))
    sample = [*shipped[:: len(shipped) // 300], "xyzzyar", "bokhyllornas", "e-mails", "don't"]
    for word in sample:
        expected = simplemma.lemmatize(word.lower(), lang=language, low_memory=True).lower()
        assert lemma(word, language=language) == expected


def test_languages_without_a_list_are_known_without_reading_any(monkeypatch):
    assert has_lemma_list("fi")
    assert has_lemma_list("de")
    assert not any(has_lemma_list(code) for code in ("xx", "", "../fi", "fi.plzma", "FI"))


SEARCH = """
import sys
import aukio.engines.text as text
assert "numpy" not in sys.modules, "numpy was imported with the package"
assert text.query_terms("kuntien bibliotek libraries")
assert "numpy" not in sys.modules, "numpy was imported for a query"
status = open('/proc/self/status').read()
print(status.split('VmHWM:')[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_query_in_three_languages_stays_under_150_megabytes_and_without_numpy():
    prepare()
    told = subprocess.run([sys.executable, "-c", SEARCH], capture_output=True, text=True)
    assert told.stderr == ""
    assert int(told.stdout) < 150_000  # kilobytes at the highest


def test_names_that_need_arrays_load_when_asked_and_others_are_refused():
    import aukio.engines.text as engine

    assert engine.embed.__module__.endswith("_embeddings")
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = engine.nothing


@pytest.mark.parametrize("language", ["sv", "en"])
def test_base_forms_and_known_words_are_those_of_the_shipped_lists(language):
    import simplemma
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    shipped = list(DefaultDictionaryFactory(cache_max_size=0).get_dictionary(language))
    sample = [*shipped[:: len(shipped) // 300], "Xyzzyar", "Bokhyllornas", "E-MAILS", "don’t", " "]
    for word in [*sample, *(word.capitalize() for word in sample)]:
        shape = simplemma.lemmatize(word, lang=language, low_memory=True)
        assert listed_lemma(word, language=language) == shape
        known = simplemma.is_known(word, lang=language, low_memory=True)
        assert is_listed(word, language=language) == known
