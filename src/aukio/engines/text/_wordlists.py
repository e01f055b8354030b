"""simplemma's word lists as tries in files, mapped into memory and shared by all processes.

Read as shipped, the Finnish list alone takes 400 MB and ten seconds in every process; as a
MARISA trie it is a file of 18 MB of which only the pages looked at are loaded.
"""

import logging
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

FOLDER_VARIABLE: Final = "AUKIO_CACHE_DIR"
PREPARED: Final = ("fi", "sv", "en")
_WORLD_WRITABLE: Final = 0o002
_BUILDING = Lock()
_log = logging.getLogger(__name__)


class WordLists:
    """Gives simplemma its dictionaries (its protocol ``DictionaryFactory``) from files.

    A list that is not there yet, or cannot be read, is built and put in place in one step, so
    two processes at once do no harm. Where the folder cannot be written or anyone may write
    to it, the list is held in memory as simplemma does by itself.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.get_dictionary = lru_cache(maxsize=None)(self._dictionary)

    def path(self, language: str) -> Path:
        """Return the file of one list; its name changes with simplemma's lists."""
        from simplemma import __version__ as version

        return self._folder / f"lemmas-{language}-{version}.marisa"

    def _dictionary(self, lang: str) -> Mapping[str, str]:
        path = self.path(lang)
        with _BUILDING:
            found = _mapped(path)
            if found is None:
                _store(path, lang)
                found = _mapped(path)
        return _in_memory(lang) if found is None else found


class _Stored(Mapping[str, str]):
    """A word list in a file; each word has exactly one lemma."""

    def __init__(self, trie: Any) -> None:
        self._trie = trie

    def __getitem__(self, word: str) -> str:
        return str(self._trie[word][0].decode())

    def get(self, word: str, default: Any = None) -> Any:
        found = self._trie.get(word)
        return found[0].decode() if found else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._trie.iterkeys())

    def __len__(self) -> int:
        return len(self._trie)


def prepare(languages: Iterable[str] = PREPARED) -> tuple[Path, ...]:
    """Build the word lists of ``languages`` where they are missing; return their files.

    Takes about ten seconds of processor time at first and next to none after that. The files
    lie in the folder named by ``AUKIO_CACHE_DIR``, else in the user's folder for caches. A
    list that could not be stored is left out of the answer: everything works without, slower.
    """
    lists = WordLists(folder())
    for language in languages:
        lists.get_dictionary(language)
    return tuple(path for path in map(lists.path, languages) if path.is_file())


def folder() -> Path:
    """Return where caches are kept: ``AUKIO_CACHE_DIR``, else as the system has it."""
    named = os.environ.get(FOLDER_VARIABLE, "").strip()
    return Path(named) if named else _of_user() / "aukio"


def listed_lemma(word: str, *, language: str) -> str:
    """Return simplemma's base form, as it is written there: no morphology, case kept.

    The same as ``simplemma.lemmatize``, which would hold the whole list in memory.
    """
    return str(lemmatizer().lemmatize(word, lang=language))


def is_listed(word: str, *, language: str) -> bool:
    """Say whether simplemma's list has the word itself, in either case of its first letter.

    The same as ``simplemma.is_known``, which would hold the whole list in memory.
    """
    from simplemma.utils import normalize_token

    return _lookup().get_lemma(normalize_token(word), language) is not None


@cache
def lemmatizer() -> Any:
    """Return simplemma's lemmatizer with the stored lists, made once in a process."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    strategy: Any = DefaultStrategy(dictionary_factory=word_lists())
    return Lemmatizer(lemmatization_strategy=strategy)


@cache
def _lookup() -> Any:
    from simplemma.strategies import DictionaryLookupStrategy

    factory: Any = word_lists()
    return DictionaryLookupStrategy(factory)


@cache
def word_lists() -> WordLists:
    """Return the one set of lists of this process, whatever is asked of them."""
    return WordLists(folder())


def _of_user() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME")
    return Path(named) if named else _home() / ".cache"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # an account without a home: nothing can be kept
        return Path(os.devnull)


def _in_memory(lang: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

    kept: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary(lang)
    return kept


def _entries(lang: str) -> Iterator[tuple[str, bytes]]:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    shipped = DefaultDictionaryFactory(cache_max_size=0).get_dictionary(lang)
    return ((word, lemma.encode()) for word, lemma in shipped.items())


def _mapped(path: Path) -> _Stored | None:
    from marisa_trie import BytesTrie

    if not path.is_file() or not _is_ours(path.parent):
        return None
    try:
        return _Stored(BytesTrie().mmap(str(path)))
    except (OSError, RuntimeError, ValueError) as error:
        _log.warning("The word list %s cannot be read and is made anew: %s", path, error)
        return None


def _is_ours(place: Path) -> bool:
    """Say whether not just anyone may put a file there: what is mapped must be trusted."""
    return sys.platform == "win32" or not place.stat().st_mode & _WORLD_WRITABLE


def _store(path: Path, lang: str) -> None:
    """Write the list beside its place and move it there; say in the log when that fails."""
    try:
        part = _beside(path)
    except OSError as error:
        _log.warning("The word list stays in memory: %s", error)
        return
    try:
        _write(part, lang)
        part.replace(path)
    except OSError as error:
        _log.warning("The word list stays in memory: %s", error)
    finally:
        part.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Return a new empty file in the folder of ``path``; raises OSError when it may not be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not _is_ours(path.parent):
        raise PermissionError(f"Anyone may write to {path.parent}.")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    os.close(handle)
    return Path(name)


def _write(part: Path, lang: str) -> None:
    from marisa_trie import BytesTrie

    BytesTrie(_entries(lang)).save(str(part))
    part.chmod(0o644)
