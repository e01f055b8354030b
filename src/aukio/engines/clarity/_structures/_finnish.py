"""The Finnish kinds that are decided word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aukio.engines.clarity._structures import _finnish_cases as cases
from aukio.engines.clarity._structures import _finnish_clauses as clauses
from aukio.engines.clarity._structures import _finnish_participles as participles
from aukio.engines.clarity._structures import _finnish_verbs as verbs
from aukio.engines.clarity._structures._kinds import Kind, Structure
from aukio.engines.clarity._structures._words import Sentence, Word

Test = Callable[[Word, Sentence], bool]

TESTS: dict[Kind, Test] = {
    Kind.PASSIVE: verbs.passive,
    Kind.PARTICIPLE_ATTRIBUTE: participles.participle_attribute,
    Kind.AGENT_PARTICIPLE: participles.agent_participle,
    Kind.TEMPORAL_ESSA: clauses.temporal_essa,
    Kind.TEMPORAL_TUAAN: clauses.temporal_tuaan,
    Kind.FINAL_KSEEN: clauses.final_kseen,
    Kind.REFERATIVE: clauses.referative,
    Kind.MODAL_EN: clauses.modal_en,
    Kind.MATTA: clauses.matta,
    Kind.ABESSIVE: cases.abessive,
    Kind.COMITATIVE: cases.comitative,
    Kind.INSTRUCTIVE: cases.instructive,
    Kind.POTENTIAL: verbs.potential,
}


def finnish(sentence: Sentence) -> Iterator[Structure]:
    """Every construction of one Finnish sentence that a single word carries."""
    for word in sentence.words:
        if word.pos == "PUNCT" or not word.text[0].isalpha():
            continue
        for kind, test in TESTS.items():
            if test(word, sentence):
                yield Structure(word.start, word.end, kind)
