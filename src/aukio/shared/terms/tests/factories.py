"""Vocabularies for tests, as files and as rows."""

from __future__ import annotations

from pathlib import Path

from aukio.shared.terms.models import Term, Vocabulary

MODES = """\
- code: face-to-face
  label: {fi: Kasvokkain, sv: Ansikte mot ansikte, en: Face to face}
- code: online
  label: {fi: Verkossa, sv: På webben, en: Online}
  note: By video.
"""


def vocabulary_file(folder: Path, text: str = MODES, name: str = "dialogue-modes") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def term(code: str, fi: str = "", *, vocabulary: str = "dialogue-modes", **fields) -> Term:
    found, _ = Vocabulary.objects.get_or_create(code=vocabulary, defaults={"label_fi": vocabulary})
    return Term.objects.create(vocabulary=found, code=code, label_fi=fi or code, **fields)
