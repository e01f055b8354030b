"""Density on real official Finnish, compounds against the treebank, and speed.

    python -m benchmarks.clarity_official

Ministers' answers must show at least 30 participle and clause-equivalent constructions per
1,000 words; compounds of three parts P .88 and R .95; surface rules 15,000 words a second, all
rules 1,500 words in a second (warm, one core).
"""

from __future__ import annotations

import bz2
import csv
import io
import sys
import time

from aukio.engines.clarity import (
    CLAUSE_EQUIVALENTS,
    Kind,
    Request,
    check,
    compound_parts,
    read_document,
    structures,
)
from benchmarks.clarity_treebank import real_data, sentences

DENSE = CLAUSE_EQUIVALENTS | {Kind.PARTICIPLE_ATTRIBUTE, Kind.AGENT_PARTICIPLE}


def official_text() -> str:
    """The ministers' answers, with the tokenised punctuation drawn together."""
    packed = (real_data() / "language" / "vkk" / "dev.csv.bz2").read_bytes()
    rows = csv.DictReader(io.StringIO(bz2.decompress(packed).decode("utf-8")))
    return "\n".join(row["sentence"].replace(" ,", ",").replace(" .", ".") for row in rows)


def density() -> bool:
    text = official_text()
    words = len(text.split())
    count = sum(one.kind in DENSE for one in structures(text, "fi"))
    print(f"ministers' answers: {1000 * count / words:.1f} per 1,000 words (at least 30)")
    return 1000 * count / words >= 30


def compounds() -> bool:
    hit = false = miss = 0
    for sentence in sentences(real_data() / "language" / "ud" / "fi_tdt-ud-dev.conllu"):
        for row in (one for one in sentence.rows if one.form[0].isalpha()):
            gold, given = row.lemma.count("#") >= 2, len(compound_parts(row.form, "fi")) >= 3
            hit, false, miss = hit + (gold and given), false + (given > gold), miss + (gold > given)
    precision, recall = hit / max(1, hit + false), hit / max(1, hit + miss)
    print(f"compounds of 3 parts: P {precision:.3f} (.88) R {recall:.3f} (.95)")
    return precision >= 0.88 and recall >= 0.95


def speed() -> bool:
    text, fine = official_text(), True
    few = " ".join(text.split()[:1500])
    for name, sample, deep in (("surface", text, False), ("deep", few, True)):
        document, request = read_document(sample), Request(language="fi", deep=deep)
        check(document, request)
        begun = time.process_time()
        check(document, request)
        seconds, words = time.process_time() - begun, len(sample.split())
        print(f"{name}: {words / seconds:,.0f} words/s ({words} words in {seconds:.2f} s)")
        fine &= words / seconds >= 15_000 if not deep else seconds <= 1.0
    return fine


def main() -> int:
    return 0 if all([density(), compounds(), speed()]) else 1


if __name__ == "__main__":
    sys.exit(main())
