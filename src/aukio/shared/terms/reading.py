"""Reads vocabularies from YAML and says everything that is wrong in them.

A file is a list of terms, and its name is the vocabulary's code::

    - code: "0-17"
      label: {fi: 0–17 vuotta, sv: 0–17 år, en: 0–17 years}
      note: optional

or a mapping with ``terms`` and optionally the vocabulary's ``id`` and ``label``. Other keys are
for other readers and are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.core.validators import slug_re
from django.utils.translation import gettext as _

from aukio.shared.terms.faults import FileFault, RowFault
from aukio.shared.terms.models import LANGUAGES

MAX_BYTES = 2 * 1024 * 1024
MAX_LABEL = 200
MAX_CODE = 60


@dataclass(frozen=True)
class TermRow:
    code: str
    labels: dict[str, str]
    note: str
    row: int


@dataclass
class VocabularyFile:
    """One vocabulary as its file tells it."""

    file: str
    code: str
    labels: dict[str, str]
    terms: list[TermRow] = field(default_factory=list)


@dataclass
class _Reading:
    file: str
    faults: list[RowFault] = field(default_factory=list)

    def fault(self, row: int | None, column: str, what: str, mend: str) -> None:
        self.faults.append(RowFault(what, mend, self.file, row, column))


class _NumberedLoader(yaml.SafeLoader):
    """Keeps all scalars as the text that was written, and remembers lines of mappings.

    YAML would read the code ``05`` as a number and ``no`` as false.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        found["__row__"] = node.start_mark.line + 1
        return found


def read(path: Path) -> list[VocabularyFile]:
    """The vocabularies in a file, or in every ``*.yaml`` of a folder.

    Raises ``FileFault`` with every fault of every file.
    """
    paths = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    faults: list[RowFault] = []
    if not paths:
        mend = _("Give a folder with files ending in .yaml.")
        faults.append(RowFault(_("The folder has no vocabularies."), mend, path.name))
    found = []
    for one in paths:
        reading = _Reading(one.name)
        vocabulary = _read_file(one, reading)
        faults.extend(reading.faults)
        if vocabulary:
            found.append(vocabulary)
    if faults:
        raise FileFault(faults)
    return found


def _read_file(path: Path, reading: _Reading) -> VocabularyFile | None:
    content = _content(path, reading)
    if reading.faults:
        return None
    if isinstance(content, list):
        content = {"terms": content}
    terms = content.get("terms") if isinstance(content, dict) else None
    if not isinstance(terms, list) or not terms:
        mend = _("Write a list of terms, each with a code and a label.")
        reading.fault(None, "", _("The file has no terms."), mend)
        return None
    code = str(content.get("id") or content.get("code") or path.stem)
    if not slug_re.match(code) or len(code) > MAX_CODE:
        mend = _("Use letters a–z, digits and hyphens, at most 60.")
        reading.fault(None, "code", _("“%(code)s” cannot be a code.") % {"code": code}, mend)
    labels = _labels(content.get("label") or {"fi": code}, 1, reading)
    vocabulary = VocabularyFile(path.name, code, labels)
    seen: set[str] = set()
    for entry in terms:
        _read_term(entry, vocabulary, seen, reading)
    return vocabulary


def _content(path: Path, reading: _Reading) -> Any:
    try:
        if path.stat().st_size > MAX_BYTES:
            mend = _("Check that it is the right file.")
            reading.fault(None, "", _("The file is larger than 2 MB."), mend)
            return None
        text = path.read_text(encoding="utf-8-sig")
        return yaml.load(text, Loader=_NumberedLoader)  # noqa: S506 -- a SafeLoader
    except OSError:
        mend = _("Check its name and that it may be read.")
        reading.fault(None, "", _("The file cannot be read."), mend)
    except UnicodeDecodeError:
        reading.fault(None, "", _("The text is not UTF-8."), _("Save the file as UTF-8."))
    except (yaml.YAMLError, RecursionError, TypeError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        row = mark.line + 1 if mark else None
        mend = _("Check indentation, quotes and colons around this row.")
        reading.fault(row, "", _("The file is not valid YAML."), mend)
    return None


def _read_term(entry: Any, vocabulary: VocabularyFile, seen: set[str], reading: _Reading) -> None:
    if not isinstance(entry, dict):
        what = _("“%(entry)s” is not a term.") % {"entry": str(entry)[:40]}
        reading.fault(None, "", what, _("Each term needs a code and a label."))
        return
    row = int(entry["__row__"])
    code = str(entry.get("code") or "").strip()
    if not code or len(code) > MAX_CODE:
        mend = _("Give the term a code of at most 60 characters.")
        reading.fault(row, "code", _("The code is missing or too long."), mend)
    elif code in seen:
        what = _("The code %(code)s is there twice.") % {"code": code}
        reading.fault(row, "code", what, _("Keep one term for each code."))
    seen.add(code)
    labels = _labels(entry.get("label"), row, reading)
    vocabulary.terms.append(TermRow(code, labels, str(entry.get("note") or ""), row))


def _labels(label: Any, row: int, reading: _Reading) -> dict[str, str]:
    given = label if isinstance(label, dict) else {"fi": label}
    texts = {one: _text(given.get(one)) for one in LANGUAGES}
    if not texts["fi"]:
        mend = _("Write label: {fi: …, sv: …, en: …}.")
        reading.fault(row, "label", _("The Finnish label is missing."), mend)
    for language, text in texts.items():
        if len(text) > MAX_LABEL:
            what = _("The label is longer than %(count)d characters.") % {"count": MAX_LABEL}
            reading.fault(row, f"label.{language}", what, _("Put the rest in the note."))
    return texts


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
