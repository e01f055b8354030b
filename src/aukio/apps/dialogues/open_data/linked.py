"""The round as linked data: JSON-LD in the words of schema.org.

A round is an ``EventSeries``, a dialogue an ``Event``, a theme a ``DefinedTerm``, a sentence a
``CreativeWork`` that cites ``Quotation``s, each recorded at its dialogue; what was asked of
whom is a ``Question`` with its ``Answer``s. What schema.org lacks is under ``aukio:``
(``terms.py``). The context is in the file, so that nobody has to fetch one to read it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from django.utils import timezone

from aukio.apps.dialogues.open_data.addresses import file_of, stable
from aukio.apps.dialogues.open_data.citing import LICENCE, citation, publisher
from aukio.apps.dialogues.open_data.columns import LANGUAGES
from aukio.apps.dialogues.open_data.contents import Contents
from aukio.apps.dialogues.open_data.forms import FORMS
from aukio.apps.dialogues.open_data.terms import context

Tree = dict[str, Any]
STATUS = {
    "original": "aukio:originalIn",
    "machine": "aukio:machineTranslatedIn",
    "human_checked": "aukio:checkedIn",
}


def as_jsonld(found: Contents) -> bytes:
    """UTF-8 JSON-LD of everything."""
    tree = {"@context": context(), "@graph": [dataset(found), *_parts(found)]}
    return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8")


def dataset(found: Contents) -> Tree:
    """The data themselves, as search engines for data sets read it."""
    return _there(
        {
            "@id": stable("open_data:round", found.slug) + "#data",
            "@type": "Dataset",
            "name": _texts(found.title),
            "description": _texts(found.description),
            "url": stable("open_data:round", found.slug),
            "version": str(found.version),
            "datePublished": timezone.localdate(found.published_at).isoformat(),
            "inLanguage": list(found.languages),
            "license": {"@id": LICENCE},
            "creditText": citation(found, "en"),
            "isAccessibleForFree": True,
            "publisher": {"@type": "Organization", "name": publisher()},
            "temporalCoverage": coverage(found),
            "spatialCoverage": {"@type": "Country", "name": "Finland", "identifier": "FI"},
            "about": {"@id": _series(found)},
            "variableMeasured": [_variable(one) for one in found.tables["people"]],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "contentUrl": file_of(found.slug, found.version, name),
                    "encodingFormat": form.media_type,
                }
                for name, form in FORMS.items()
            ],
        }
    )


def coverage(found: Contents) -> str:
    """From the first dialogue to the last: ISO 8601; the year when no day is known."""
    days = sorted({*found.days, *(one["date"] for one in found.tables["dialogues"])} - {None})
    return f"{days[0]}/{days[-1]}" if days else str(found.year)


def _series(found: Contents) -> str:
    return stable("dialogues:round", found.slug)


def _parts(found: Contents) -> list[Tree]:
    tables = found.tables
    dialogues, themes, sentences = (
        {one["id"]: one["address"] for one in tables[name]}
        for name in ("dialogues", "themes", "sentences")
    )
    cited: dict[int, list[Tree]] = defaultdict(list)
    for one in tables["quotes"]:
        cited[one["sentence"]].append(_quotation(one, sentences[one["sentence"]], dialogues))
    answers: dict[int, list[Tree]] = defaultdict(list)
    for one in tables["answers"]:
        answers[one["question"]].append(one)
    codes = {one["id"]: f"{_series(found)}#code-{one['id']}" for one in tables["codes"]}
    coded: dict[int, list[Tree]] = defaultdict(list)
    for one in tables["codings"]:
        coded[one["note"]].append({"@id": codes[one["code"]]})
    series = {"@id": _series(found), "@type": "EventSeries", "name": _texts(found.title)}
    return [
        series,
        *(_event(one, found) for one in tables["dialogues"]),
        *(_defined(one) for one in tables["themes"]),
        *(_sentence(one, themes, cited[one["id"]]) for one in tables["sentences"]),
        *(_code(one, codes) for one in tables["codes"]),
        *(_note(one, dialogues, themes, coded[one["id"]]) for one in tables["notes"]),
        *(_question(one, themes, answers[one["id"]]) for one in tables["questions"]),
    ]


def _event(one: Tree, found: Contents) -> Tree:
    area = _there({"identifier": one["municipality_code"], "name": _row_texts(one, "municipality")})
    place = _there(
        {
            "@type": "Place",
            "name": one["place"],
            "containedInPlace": {"@type": "AdministrativeArea", **area} if area else None,
        }
    )
    return _there(
        {
            "@id": one["address"],
            "@type": "Event",
            "name": one["title"],
            "startDate": one["date"],
            "superEvent": {"@id": _series(found)},
            "organizer": _organisation(_row_texts(one, "organiser")),
            "location": place if len(place) > 1 else None,
            "inLanguage": one["languages"].split(),
            "aukio:participants": one["participants"],
        }
    )


def _defined(one: Tree) -> Tree:
    return _there(
        {
            "@id": one["address"],
            "@type": "DefinedTerm",
            "name": _row_texts(one, "title"),
            "description": _row_texts(one, "description"),
        }
    )


def _sentence(one: Tree, themes: dict[int, str], quotations: list[Tree]) -> Tree:
    origin: dict[str, list[str]] = defaultdict(list)
    for language in LANGUAGES:
        if one[f"status_{language}"] in STATUS:
            origin[STATUS[one[f"status_{language}"]]].append(language)
    return _there(
        {
            "@id": one["address"],
            "@type": "CreativeWork",
            "text": _row_texts(one, "text"),
            "about": {"@id": themes[one["theme"]]},
            "citation": quotations,
            "aukio:voice": one["voice"],
            "aukio:withdrawnQuotes": one["withdrawn"] or None,
            **origin,
        }
    )


def _quotation(one: Tree, sentence: str, dialogues: dict[int, str]) -> Tree:
    return {
        "@id": f"{sentence}#quote-{one['id']}",
        "@type": "Quotation",
        "text": _text(one["text"], one["language"]),
        "recordedAt": {"@id": dialogues[one["dialogue"]]},
        "aukio:note": one["note"],
        "aukio:start": one["start"],
        "aukio:end": one["end"],
    }


def _code(one: Tree, codes: dict[int, str]) -> Tree:
    """Codes are in the language the core group writes, which nobody has told: none is given."""
    return _there(
        {
            "@id": codes[one["id"]],
            "@type": "DefinedTerm",
            "name": one["name"],
            "description": one["description"],
            "aukio:under": {"@id": codes[one["parent"]]} if one["parent"] in codes else None,
        }
    )


def _note(one: Tree, dialogues: dict[int, str], themes: dict[int, str], codes: list[Tree]) -> Tree:
    dialogue = dialogues[one["dialogue"]]
    return _there(
        {
            "@id": f"{dialogue}#note-{one['id']}",
            "@type": "CreativeWork",
            "text": _text(one["text"], one["language"]),
            "recordedAt": {"@id": dialogue},
            "about": {"@id": themes[one["theme"]]} if one["theme"] in themes else None,
            "keywords": codes,
        }
    )


def _question(one: Tree, themes: dict[int, str], answers: list[Tree]) -> Tree:
    owner = _organisation(_row_texts(one, "owner"))
    return _there(
        {
            "@id": one["address"],
            "@type": "Question",
            "text": _row_texts(one, "text"),
            "about": {"@id": themes[one["theme"]]} if one["theme"] in themes else None,
            "dateCreated": one["asked"],
            "aukio:askedOf": owner,
            "aukio:due": one["due"],
            "aukio:state": one["state"],
            "suggestedAnswer": [_answer(row, one["address"], owner) for row in answers],
        }
    )


def _answer(one: Tree, question: str, owner: Tree | None) -> Tree:
    said = {"aukio:heard": "heard", "aukio:willDo": "will_do", "aukio:whyNot": "why_not"}
    return _there(
        {
            "@id": f"{question}#entry-{one['number']}",
            "@type": "Answer",
            "author": owner,
            "dateCreated": one["at"],
            **{term: _text(one[name], one["language"]) for term, name in said.items()},
            "text": _text(one["text"], one["language"]),
            "url": one["link"],
            "aukio:kind": one["kind"],
            "aukio:progress": one["progress"],
            "aukio:corrects": one["corrects"],
        }
    )


def _variable(one: Tree) -> Tree:
    return {
        "@type": "PropertyValue",
        "propertyID": f"{one['kind']}:{one['code']}",
        "name": _row_texts(one, "label"),
        "minValue": one["at_least"],
    }


def _organisation(names: list[Tree]) -> Tree | None:
    return {"@type": "Organization", "name": names} if names else None


def _row_texts(row: Tree, name: str) -> list[Tree]:
    return _texts({code: row[f"{name}_{code}"] for code in LANGUAGES if row[f"{name}_{code}"]})


def _texts(texts: dict[str, str]) -> list[Tree]:
    return [{"@value": text, "@language": code} for code, text in texts.items()]


def _text(text: str, language: str) -> Tree | None:
    """``und``: nobody could tell the language, so none is given."""
    if not text:
        return None
    return {"@value": text} if language in ("", "und") else {"@value": text, "@language": language}


def _there(tree: Tree) -> Tree:
    """Without what is not known."""
    return {name: value for name, value in tree.items() if value not in (None, "", [], {})}
