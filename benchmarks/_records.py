"""Records of 150 dialogues as scribes send them: made-up sample text in three languages.

Sentences are those of SIB-200 where the folder of real data is, else of the sample records; when
there are too few, halves of two of one language are put together, so that hardly any repeats.
Nothing of it is kept. A few records hold an invented name, number or address, so that the
privacy gate has something to find.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path

from benchmarks.round import ROOT, from_real_data

LANGUAGES = ("fi", "sv", "en")
FORMS = ("docx", "odt", "txt")
# Invented: the number's date is of the test range nobody is given, the domain takes no mail.
TELLING = {
    "fi": "Soita minulle numeroon 040 123 4567 tai kirjoita anna.esimerkki@example.org.",
    "sv": "Ring mig på 040 123 4567 eller skriv till anna.exempel@example.org.",
    "en": "My personal identity code is 010101-900R and my number is 040 123 4567.",
}
EVERY = 5  # so many records to one that tells who somebody is


@dataclass(frozen=True)
class SentRecord:
    """A file with a sentence on each line."""

    name: str
    language: str
    content: bytes
    sentences: int


def sent_records(dialogues: int, sentences: int) -> list[SentRecord]:
    """Files of all three forms in turn, a language each; ``sentences`` in all."""
    said = {code: _said(code, sentences) for code in LANGUAGES}
    made = []
    for number in range(dialogues):
        code = LANGUAGES[number // len(FORMS) % len(LANGUAGES)]
        count = sentences // dialogues + (number < sentences % dialogues)
        lines = [said[code].pop() for _ in range(count)]
        if number % EVERY == 0:
            lines[-1] = TELLING[code]
        form = FORMS[number % len(FORMS)]
        content = WRITERS[form](lines, code)
        made.append(SentRecord(f"sample-{number + 1:03}.{form}", code, content, count))
    return made


def _said(code: str, count: int) -> list[str]:
    """At least ``count`` sentences of one language, in an order that is always the same."""
    real = [text for language, text in from_real_data() if language == code] or _sample(code)
    draw = random.Random(4500)
    more = ((draw.choice(real).split(), draw.choice(real).split()) for _ in range(count))
    joined = [" ".join([*one[: len(one) // 2], *other[len(other) // 2 :]]) for one, other in more]
    return [*joined, *real]


def _sample(code: str) -> list[str]:
    files = sorted((ROOT / "data" / "sample" / "records").glob(f"*-{code}.txt"))
    lines = [line for one in files for line in one.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line.split()) > 6]


def _word(lines: list[str], code: str) -> bytes:
    from aukio.shared import documents as doc

    blocks = tuple(doc.Paragraph(line) for line in lines[1:])
    return doc.docx(doc.Document(lines[0], code, blocks))


def _opendocument(lines: list[str], _code: str) -> bytes:
    from odfdo import Document, Paragraph

    made = Document("text")
    made.body.clear()
    for line in lines:
        made.body.append(Paragraph(line))
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _plain(lines: list[str], _code: str) -> bytes:
    return "\n".join(lines).encode()


WRITERS = {"docx": _word, "odt": _opendocument, "txt": _plain}


def memory_peak(pid: int | str = "self") -> int:
    """Peak resident MiB of a process; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    try:
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(one.split()[1]) >> 10 for one in lines if one.startswith("VmHWM")), 0)


def forget_peak() -> None:
    """Begin counting this process's peak anew, where the system can (Linux)."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return
