"""Treebanks as raw text with gold spans, for the benchmarks of the clarity engine.

The treebank folder is `$AUKIO_REALDATA/language/ud` (or ../shared/data beside the checkout).
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHUNK = 10
Span = tuple[int, int]


def real_data() -> Path:
    """The folder of real data: `AUKIO_REALDATA`, else ../shared/data beside the checkout."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    return Path(os.environ.get("AUKIO_REALDATA", beside))


@dataclass(frozen=True)
class Row:
    """One token of a treebank, with its place in the text of its sentence."""

    id: str
    form: str
    lemma: str
    pos: str
    feats: dict[str, str]
    head: str
    dep: str
    span: Span


@dataclass(frozen=True)
class TreeSentence:
    text: str
    rows: tuple[Row, ...]

    def children(self, row: Row) -> list[Row]:
        return [other for other in self.rows if other.head == row.id]


def sentences(path: Path) -> Iterator[TreeSentence]:
    """The sentences of a CoNLL-U file."""
    text, cells = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text ="):
            text = line.removeprefix("# text =").strip()
        elif line and not line.startswith("#"):
            cells.append(line.split("\t"))
        elif not line and cells:
            yield TreeSentence(text, tuple(_rows(text, cells)))
            cells = []


def _rows(text: str, cells: list[list[str]]) -> Iterator[Row]:
    at, covered = 0, {}
    for cell in cells:
        number, form = cell[0], cell[1]
        if "." in number:
            continue
        if number not in covered:
            begin = text.index(form, at)
            at = begin + len(form)
            covered[number] = (begin, at)
        if "-" in number:
            first, last = map(int, number.split("-"))
            covered.update({str(one): covered[number] for one in range(first, last + 1)})
            continue
        feats = dict(pair.split("=", 1) for pair in cell[5].split("|")) if cell[5] != "_" else {}
        yield Row(number, form, cell[2], cell[3], feats, cell[6], cell[7], covered[number])


def chunks(path: Path, size: int = CHUNK) -> Iterator[tuple[str, list[tuple[int, TreeSentence]]]]:
    """Raw text of `size` sentences joined by spaces, with each sentence's offset."""
    waiting = list(sentences(path))
    for first in range(0, len(waiting), size):
        text, placed = "", []
        for sentence in waiting[first : first + size]:
            placed.append((len(text), sentence))
            text += sentence.text + " "
        yield text.rstrip(), placed


def gold(sentence: TreeSentence) -> dict[str, list[Span]]:
    """Gold spans of one sentence by kind, from the treebank's features."""
    found: dict[str, list[Span]] = defaultdict(list)
    for row in sentence.rows:
        for kind in _kinds(row, sentence):
            found[kind].append(row.span)
    return found


def _kinds(row: Row, sentence: TreeSentence) -> Iterator[str]:
    feats = row.feats
    form, case = feats.get("VerbForm"), feats.get("Case")
    relations = [child.dep for child in sentence.children(row)]
    assisted = any(dep.startswith("aux") for dep in relations)
    if feats.get("Voice") == "Pass" and form == "Fin":
        yield "passive_finite"
        yield "passive"
    if form == "Part":
        yield from _participles(row, assisted)
    if feats.get("Voice") == "Pass" and form in {"Inf", "Sup"} and "InfForm" not in feats:
        yield "passive"  # Swedish: utsättas, hotats
    if form == "Part" and "PartForm" not in feats and {"aux:pass", "nsubj:pass"} & set(relations):
        yield "passive"  # English: was sent; Swedish: blev vald
    if form == "Inf":
        yield from _infinitives(feats)
    if form is None and case in {"Abe", "Com", "Ins"}:
        yield {"Abe": "abessive", "Com": "comitative", "Ins": "instructive"}[case]
    if feats.get("Mood") == "Pot":
        yield "potential"


def _participles(row: Row, assisted: bool) -> Iterator[str]:
    feats, case, shape = row.feats, row.feats.get("Case"), row.feats.get("PartForm")
    passive_past = feats.get("Voice") == "Pass" and shape == "Past"
    if passive_past and assisted and row.pos in {"VERB", "AUX"}:
        yield "passive"
    if shape == "Agt":
        yield "agent_participle"
    elif row.dep in {"acl", "amod"} and not assisted:
        yield "participle_attribute"
    if passive_past and case == "Par" and row.dep in {"advcl", "nmod", "obl"}:
        yield "temporal_tuaan"
    saying = row.dep in {"ccomp", "xcomp", "xcomp:ds"} or row.dep.startswith("cop")
    if case == "Gen" and feats.get("Number", "Sing") == "Sing" and saying:
        yield "referative"


def _infinitives(feats: dict[str, str]) -> Iterator[str]:
    shape = (feats.get("InfForm"), feats.get("Case"))
    name = {
        ("2", "Ine"): "temporal_essa",
        ("2", "Ins"): "modal_en",
        ("1", "Tra"): "final_kseen",
        ("3", "Abe"): "matta",
    }.get(shape)
    if name:
        yield name
