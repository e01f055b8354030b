"""Readings of Finnish words from their endings, for when no morphology is installed.

An ending alone says little (`huoneessa` and `tehdessä` end alike), so a verb form is guessed
only when the base form in simplemma's list looks like a verb's dictionary form.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aukio.engines.clarity._structures._words import Reading

# A Finnish infinitive: vowel + a, -da, or -la/-na/-ra/-ta after the same sign, s or a vowel.
VERB = re.compile(r"[a-zåäö]+(?:[aeiouyäö][aä]|d[aä]|ll[aä]|nn[aä]|rr[aä]|st[aä]|[aeiouyäö]t[aä])")
POSSESSIVE = r"(?P<psor>ni|si|mme|nne|ns[aä]|[aä]n|en)"
VERBAL: tuple[tuple[re.Pattern[str], Reading], ...] = tuple(
    (re.compile(pattern), features)
    for pattern, features in (
        (r"[tdlnr](?:aan|ään)$", {"VerbForm": "Fin", "Voice": "Pass"}),
        (r"t(?:iin|aisiin|äisiin)$", {"VerbForm": "Fin", "Voice": "Pass"}),
        (rf"ess[aä]{POSSESSIVE}?$", {"VerbForm": "Inf", "InfForm": "2", "Case": "Ine"}),
        (rf"kse{POSSESSIVE}$", {"VerbForm": "Inf", "InfForm": "1", "Person[psor]": "3"}),
        (r"m[aä]tt[aä]$", {"VerbForm": "Inf", "InfForm": "3", "Case": "Abe"}),
        (r"[^k]en$", {"VerbForm": "Inf", "InfForm": "2", "Case": "Ins"}),
        (r"(?:n|ll|rr|ss)e(?:e|t|mme|tte|en)$", {"VerbForm": "Fin", "Mood": "Pot"}),
    )
)
AFTER_DOING = re.compile(r"t[uy](?:aan|ään|[aä](?:ni|si|mme|nne|ns[aä]))$")
DONE = re.compile(r"t(?:ua|yä)$")
WITH = re.compile(r"ine(?:en|ni|si|mme|nne|ns[aä])$")
WITHOUT = re.compile(r"[^m][aeiouyäö]tt[aä]$")
TUAAN = {"VerbForm": "Part", "PartForm": "Past", "Case": "Par", "Voice": "Pass", "Number": "Sing"}


@lru_cache(maxsize=50_000)
def guesses(word: str) -> tuple[Reading, ...]:
    """Readings the ending allows; empty when it tells nothing."""
    lower = word.casefold()
    base = _base(lower)
    if AFTER_DOING.search(lower):
        return ({**TUAAN, "Person[psor]": "3", "lemma": base},)
    if DONE.search(lower):
        return ({**TUAAN, "lemma": base},)
    if WITH.search(lower) and base != lower:
        return ({"Case": "Com", "pos": "NOUN", "lemma": base},)
    if VERB.fullmatch(base):
        present = lower.endswith("ee") and base.endswith(("nnä", "nna", "lla", "llä", "rra", "eta"))
        return tuple(
            {**form, "lemma": base}
            for ending, form in VERBAL
            if ending.search(lower) and not (present and "Mood" in form)
        )
    if WITHOUT.search(lower) and base != lower:
        return ({"Case": "Abe", "pos": "NOUN", "lemma": base},)
    return ()


def _base(word: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(word, lang="fi")).casefold()
