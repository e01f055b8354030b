"""Reading a plan file: every fault in it is found and told at once, before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

from aukio.shared.terms.faults import FileFault, RowFault

LANGUAGES = ("fi", "sv", "en")
SCHEMA = 1
MAX_BYTES = 10 * 1024 * 1024
NUMBER = re.compile(r"\d+(\.\d+)*")
ANY_NUMBER = re.compile(r"\S(.{0,118}\S)?")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Texts = dict[str, str]


@dataclass(frozen=True)
class Part:
    """A numbered part of the plan: texts by language, and the parts within it."""

    number: str
    title: Texts
    text: Texts
    parts: tuple[Part, ...] = ()
    lead: Texts = field(default_factory=dict)
    start: str = ""
    end: str = ""
    rooms: tuple[str, ...] = ()
    supporters: str = ""
    translation: dict[str, str] = field(default_factory=dict)
    measures: tuple[Part, ...] = ()
    indicators: tuple[Part, ...] = ()


@dataclass(frozen=True)
class PlanFile:
    """A whole plan as its file tells it."""

    code: str
    country: str
    title: Texts
    motto: Texts
    lead: Texts
    start: str
    end: str
    source: dict[str, Any]
    translation: dict[str, str]
    introduction: list[dict[str, Any]]
    commitments: tuple[Part, ...]

    def numbers(self) -> tuple[list[str], list[str]]:
        """The numbers of the commitments, and those of the measures."""
        measures = [
            measure.number
            for commitment in self.commitments
            for above in (commitment, *commitment.parts)
            for measure in (above.measures if above is commitment else above.parts)
        ]
        return [commitment.number for commitment in self.commitments], measures


def read_plan(path: Path) -> PlanFile:
    """The plan in the YAML file. Raises ``FileFault`` with every fault found."""
    reader = _Reader(path.name)
    plan = reader.plan(_load(path))
    if reader.faults:
        raise FileFault(reader.faults)
    return plan


def _load(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _one(path, _("The file is too large for a plan."), _("Give a plan file."))
        loaded = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _one(path, _("The file cannot be read."), _("Check the path.")) from error
    except UnicodeDecodeError as error:
        raise _one(path, _("The file is not UTF-8 text."), _("Save it as UTF-8.")) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _one(path, _("The file is not YAML."), _yaml_mend(error)) from error
    if not isinstance(loaded, dict):
        raise _one(path, _("There is no plan in the file."), _("Compare it with the sample plan."))
    return loaded


def _yaml_mend(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _("Check it with a YAML checker.")
    return _("Look at row %(row)d.") % {"row": mark.line + 1}


def _one(path: Path, what: str, mend: str) -> FileFault:
    return FileFault([RowFault(what, mend, path.name)])


class _Reader:
    """Walks the file and gathers faults on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[RowFault] = []
        self.seen: set[str] = set()
        self.languages: tuple[str, ...] = LANGUAGES

    def fault(self, where: str, what: str, mend: str) -> None:
        self.faults.append(RowFault(what, mend, self.file, column=where))

    def plan(self, row: dict[str, Any]) -> PlanFile:
        if row.get("schema") != SCHEMA:
            self.fault("schema", _("This form of plan file is not known."), _("Use schema: 1."))
        self.languages = self.chosen_languages(row)
        code = str(row.get("id") or "")
        if not CODE.fullmatch(code):
            self.fault("id", _("The plan has no usable id."), _("Write it like finland-2023-2027."))
        commitments = tuple(self.commitment(one) for one in self.rows(row, "commitments", "plan"))
        if not commitments:
            self.fault("commitments", _("The plan has no commitments."), _("Add at least one."))
        return PlanFile(
            code=code,
            country=str(row.get("country") or ""),
            title=self.texts(row, "title", "plan", needed=True),
            motto=self.texts(row, "motto", "plan"),
            lead=self.texts(row, "lead", "plan"),
            start=self.written(row, "start", "plan"),
            end=self.written(row, "end", "plan"),
            source=row.get("source") if isinstance(row.get("source"), dict) else {},  # type: ignore[arg-type]
            translation=self.kinds(row, "plan"),
            introduction=list(self.introduction(row)),
            commitments=commitments,
        )

    def chosen_languages(self, row: dict[str, Any]) -> tuple[str, ...]:
        """The languages the plan is written in: all three unless the file names fewer."""
        found = row.get("languages")
        if found is None:
            return LANGUAGES
        if isinstance(found, list) and found and all(one in LANGUAGES for one in found):
            return tuple(str(one) for one in found)
        self.fault("languages", _("The languages are not known."), _("Use fi, sv and en."))
        return LANGUAGES

    def introduction(self, row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for section in self.rows(row, "introduction", "plan"):
            paragraphs = section.get("paragraphs") or []
            yield {
                "heading": self.texts(section, "heading", "introduction", needed=True),
                "paragraphs": [
                    self.texts({"text": one}, "text", "introduction") for one in paragraphs
                ],
            }

    def commitment(self, row: dict[str, Any]) -> Part:
        number = self.number(row, "commitments", "")
        sections = self.rows(row, "sub_commitments", number)
        return Part(
            number=number,
            title=self.texts(row, "title", number, needed=True),
            text=self.texts(row, "text", number),
            parts=tuple(self.section(one, number) for one in sections),
            measures=tuple(self.measure(one, "") for one in self.rows(row, "measures", number)),
        )

    def section(self, row: dict[str, Any], above: str) -> Part:
        number = self.number(row, "sub_commitments", above)
        measures = self.rows(row, "measures", number)
        return Part(
            number=number,
            title=self.texts(row, "title", number, needed=True),
            text=self.texts(row, "text", number),
            parts=tuple(self.measure(one, number) for one in measures),
        )

    def measure(self, row: dict[str, Any], above: str) -> Part:
        number = self.number(row, "measures", above)
        rooms = row.get("rooms") or []
        return Part(
            number=number,
            title=self.texts(row, "title", number, needed=True),
            text=self.texts(row, "text", number, needed=bool(above)),
            lead=self.texts(row, "lead", number),
            start=self.written(row, "start", number),
            end=self.written(row, "end", number),
            rooms=tuple(str(room) for room in rooms) if isinstance(rooms, list) else (),
            supporters=self.written(row, "supporters", number),
            translation=self.kinds(row, number),
            indicators=tuple(
                self.indicator(one, number) for one in self.rows(row, "indicators", number)
            ),
        )

    def indicator(self, row: dict[str, Any], above: str) -> Part:
        code = self.written(row, "code", above)
        if not code:
            self.fault(f"{above} indicators", _("The indicator has no code."), _("Give it one."))
        return Part(
            number=code,
            title=self.texts(row, "label", f"{above} {code}"),
            text={},
            lead={"owner": self.written(row, "owner", code)},
            end=self.written(row, "target", code),
        )

    def rows(self, row: dict[str, Any], name: str, where: str) -> list[dict[str, Any]]:
        found = row.get(name) or []
        if isinstance(found, list) and all(isinstance(one, dict) for one in found):
            return found
        self.fault(f"{where} {name}", _("This should be a list."), _("Begin each item with “-”."))
        return []

    def number(self, row: dict[str, Any], name: str, above: str) -> str:
        number = row.get("number")
        good = isinstance(number, str) and (NUMBER if above else ANY_NUMBER).fullmatch(number)
        if not good or (above and not str(number).startswith(f"{above}.")):
            self.fault(
                f"{above} {name}".strip(),
                _("The number “%(number)s” cannot be used here.") % {"number": number},
                _("Write it in quotes, like “1.1.1”, beginning with the number above it."),
            )
        elif f"{name} {number}" in self.seen:
            self.fault(
                str(number), _("The number is there twice."), _("Give each part its own number.")
            )
        self.seen.add(f"{name} {number}")
        return str(number or "")

    def texts(self, row: dict[str, Any], name: str, where: str, *, needed: bool = False) -> Texts:
        found = row.get(name) or {}
        if not isinstance(found, dict) or not all(
            isinstance(value, str) for value in found.values()
        ):
            self.fault(
                f"{where} {name}",
                _("The text is not given by language."),
                _("Write fi:, sv: and en: under it."),
            )
            return {}
        missing = [one for one in self.languages if not found.get(one)] if needed or found else []
        if missing:
            self.fault(
                f"{where} {name}",
                _("The text is missing in: %(languages)s.") % {"languages": ", ".join(missing)},
                _("Write it in all three languages."),
            )
        return {language: str(found.get(language, "")) for language in LANGUAGES}

    def written(self, row: dict[str, Any], name: str, where: str) -> str:
        value = row.get(name)
        if value is None or isinstance(value, str | int):
            return "" if value is None else str(value)
        self.fault(
            f"{where} {name}", _("The date is not text."), _("Put it in quotes, as it is written.")
        )
        return ""

    def kinds(self, row: dict[str, Any], where: str) -> dict[str, str]:
        kinds = row.get("translation") or {}
        if isinstance(kinds, dict) and all(
            value in ("original", "aukio", "official") for value in kinds.values()
        ):
            return {str(language): str(kind) for language, kind in kinds.items()}
        self.fault(
            f"{where} translation",
            _("The kind of translation is not known."),
            _("Use original, official or aukio for each language."),
        )
        return {}
