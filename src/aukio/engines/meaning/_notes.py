"""What goes into the engine and what comes out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from aukio.engines.text import identify_languages, language_code


@dataclass(frozen=True, slots=True)
class Note:
    """One thing somebody said, in their own words.

    ``language`` is a code such as "fi"; when it is empty the engine identifies it. ``title``
    is what they set above it: it tells what the note is about, and is never quoted.
    """

    id: str
    text: str
    language: str = ""
    title: str = ""

    @property
    def whole(self) -> str:
        """The title and the words: what the note's meaning is read from."""
        return f"{self.title}\n{self.text}" if self.title.strip() else self.text


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a note: ``text == note.text[start:end]`` where ``note.id == id``."""

    id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Notes that speak of the same thing; a proposal for people to rename, split and merge.

    ``label`` and ``keywords`` are per language that occurs in the theme. ``note_ids`` keep
    the order of the input; ``quotes`` are the words that stand for the theme best.
    """

    id: str
    label: Mapping[str, str]
    keywords: Mapping[str, tuple[str, ...]]
    size: int
    note_ids: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Themes:
    """Themes by size, the theme of every note, and how well the quotes stand for the notes.

    ``coverage`` lies between 0 and 1: see :func:`aukio.engines.meaning.coverage`.
    """

    themes: tuple[Theme, ...] = ()
    assignments: Mapping[str, str] = field(default_factory=dict)
    coverage: float = 0.0


def checked(notes: Sequence[Note]) -> list[Note]:
    """Return the notes with a language each; raises ValueError when two share an id."""
    if len({note.id for note in notes}) != len(notes):
        raise ValueError("Two notes have the same id.")
    unknown = [note for note in notes if not note.language.strip()]
    found = iter(identify_languages([note.whole for note in unknown]))
    return [
        replace(
            note, language=language_code(note.language) if note.language.strip() else next(found)
        )
        for note in notes
    ]
