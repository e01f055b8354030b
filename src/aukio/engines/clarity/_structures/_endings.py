"""Readings of Finnish words from their endings, for when no morphology is installed.

An ending alone says little (`huoneessa` and `tehdessä` end alike), so a form is guessed only when
what stands before the ending proves itself: a verb stem by its third person plural (`näke` by
`näkevät`), a passive by its past tense (`saavut` by `saavuttiin`), a noun stem by its genitive
(`kiista` by `kiistan`). Which forms exist is told by simplemma's and wordfreq's lists.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from aukio.engines.clarity._structures._words import Reading, words
from aukio.engines.text import is_listed, listed_lemma

# A Finnish infinitive: vowel + a, -da, or -la/-na/-ra/-ta after the same sign, s or a vowel.
VERB = re.compile(r"[a-zåäö]+(?:[aeiouyäö][aä]|d[aä]|ll[aä]|nn[aä]|rr[aä]|st[aä]|[aeiouyäö]t[aä])")
OWN = r"(?:ni|si|mme|nne|ns[aä]|[aä]n|en)"
# The agent participle's ending: -ma in singular, -mi- in plural; not -minen, nor -matta.
DOER = (
    rf"m(?:[aä](?P<one>t|n|ss[aä]|st[aä]|[aä]n|ll[aä]|lt[aä]|lle|n[aä]|ksi|kse|[aä])?"
    rf"|i(?P<many>en|[aä]|ss[aä]|st[aä]|in|ll[aä]|lt[aä]|lle|n[aä]|ksi|kse|e))(?P<owner>{OWN})?"
)
POSSESSIVE = rf"(?P<psor>{OWN})"
VERBAL: tuple[tuple[re.Pattern[str], Reading], ...] = tuple(
    (re.compile(pattern), features)
    for pattern, features in (
        (r"[tdlnr](?:aan|ään)$", {"VerbForm": "Fin", "Voice": "Pass"}),
        (r"t(?:iin|aisiin|äisiin)$", {"VerbForm": "Fin", "Voice": "Pass"}),
        (rf"ess[aä]{POSSESSIVE}?$", {"VerbForm": "Inf", "InfForm": "2", "Case": "Ine"}),
        (rf"kse{POSSESSIVE}$", {"VerbForm": "Inf", "InfForm": "1", "Person[psor]": "3"}),
        (
            r"(?:[aouyäöi]|(?<!l)ll|(?<!n)nn|rr|[dst])en$(?<!näen)",
            {"VerbForm": "Inf", "InfForm": "2", "Case": "Ins"},
        ),
        (r"(?:n|ll|rr|ss)e(?:e|t|mme|tte)$|t[aä]neen$", {"VerbForm": "Fin", "Mood": "Pot"}),
    )
)
# What a form cannot be without, however the parser reads the word.
NEEDED: tuple[tuple[Mapping[str, str], re.Pattern[str]], ...] = tuple(
    (features, re.compile(pattern))
    for features, pattern in (
        ({"InfForm": "1", "Person[psor]": ""}, rf"kse{OWN}$"),
        ({"InfForm": "2", "Case": "Ine"}, rf"ess[aä]{OWN}?$"),
        ({"InfForm": "3", "Case": "Abe"}, rf"m[aä]tt[aä]{OWN}?$"),
        (
            {"PartForm": "Past", "Voice": "Pass", "Case": "Par", "Number": "Sing"},
            rf"t[uy][aä](?:{OWN}|[aä]n)?$",
        ),
        ({"PartForm": "Agt"}, rf"(?<!tt[oö]){DOER}$"),
        ({"Case": "Com"}, rf"ine{OWN}?$"),
        ({"Case": "Abe"}, rf"tt[aä]{OWN}?$"),
        ({"Mood": "Pot"}, r"(?:[nlrs]e(?:n|t|e|mme|tte|v[aä]t)?|t[aä]n(?:een|e))(?:k[oö])?$"),
    )
)
AGENT = re.compile(rf"(?P<stem>\w{{2,}})(?<!tt[oö])(?P<form>{DOER})")
# -va, -nut and -tu in any case; many an adjective ends so too.
PARTICIPLE = re.compile(
    r"\w{2,}(?:v[aäi]|n(?:ut|yt|(?:ee|ei)(?=\w))|[tdlnr][uy]i?)(?:t|n|en|den|ss[aä]|st[aä]|[aäuy]n|h?in|ll[aä]"
    rf"|lt[aä]|lle|n[aä]|ksi|t{{0,2}}[aä]|j[aä]|jen)?{OWN}?"
)
PARTICIPLE_BASE = re.compile(r"(?:v[aä]|n[uy]t|[tdlnr][uy])$")
CASES = {"": "Nom", "t": "Nom", "n": "Gen", "en": "Gen", "e": "Gen", "in": "Ill", "lle": "All"}
CASES |= {"ksi": "Tra", "kse": "Tra", "ssa": "Ine", "sta": "Ela", "an": "Ill", "lla": "Ade"}
CASES |= {"lta": "Abl", "na": "Ess", "a": "Par"}
THIRD_INFINITIVE = frozenset({"Ine", "Ela", "Ill", "Ade"})
DONE = re.compile(rf"(?P<stem>\w+t)[uy](?P<rest>[aä](?:{OWN}|[aä]n)?)")
MATTA = re.compile(rf"(?P<stem>\w{{2,}})m[aä]tt[aä]{OWN}?")
WITH = re.compile(rf"(?P<stem>\w{{2,}})ine{OWN}")
WITH_ADJECTIVE = re.compile(r"\w{2,}ine")
WITHOUT = re.compile(r"(?P<stem>\w{2,}[aeiouyäö])tt[aä]")
NOT_WITHOUT = words("vuotta kuutta muutta viittä mitta viitta suotta kautta")
TUAAN = {"VerbForm": "Part", "PartForm": "Past", "Case": "Par", "Voice": "Pass", "Number": "Sing"}
PRESENT_IN_NEE = ("nnä", "nna", "lla", "llä", "rra", "eta", "etä")
SURE = {"sure": "yes"}
IN_USE = 1.5


@lru_cache(maxsize=50_000)
def guesses(word: str) -> tuple[Reading, ...]:
    """Readings the ending allows; empty when it tells nothing. `sure` marks proven ones."""
    lower = word.casefold()
    found = (_after_doing(lower), _without_doing(lower), _with(lower), _without(lower))
    special = tuple(one for one in (*found, _done_by(lower)) if one)
    return special or (*_verbal(lower), *_participle(lower))


def agrees(word: str, features: Mapping[str, str]) -> bool:
    """Whether a word's ending bears out what a parser says of its form."""
    lower = word.casefold()
    return all(
        pattern.search(lower)
        for wanted, pattern in NEEDED
        if all(
            features.get(name, "") == value if value else name in features
            for name, value in wanted.items()
        )
    )


def _verbal(lower: str) -> tuple[Reading, ...]:
    base = _base(lower)
    if not VERB.fullmatch(base):
        return ()
    present = lower.endswith("ee") and base.endswith(PRESENT_IN_NEE)
    return tuple(
        {**form, "lemma": base}
        for ending, form in VERBAL
        if ending.search(lower) and not (present and "Mood" in form)
    )


def _after_doing(lower: str) -> Reading | None:
    """`saavuttua`, `tultuaan`: proven by `saavuttiin`, or by a list that knows the verb."""
    found = DONE.fullmatch(lower)
    base = _base(lower)
    if not found or (base == lower and _is_known(lower)):  # `pystyä` is an infinitive
        return None
    is_listed = VERB.fullmatch(base) and base != lower
    if not is_listed and not _is_used(found["stem"] + "iin"):
        return None
    mine = {"Person[psor]": "3"} if len(found["rest"]) > 1 else {}
    return {**TUAAN, **mine, "lemma": base}


def _without_doing(lower: str) -> Reading | None:
    """`hakematta`, proven by `hakevat`; not `ongelmatta`, `seitsemättä`."""
    found = MATTA.fullmatch(lower)
    base = _base(lower)
    if not found or not _is_verb_stem(found["stem"], base):
        return None
    return {"VerbForm": "Inf", "InfForm": "3", "Case": "Abe", "lemma": base}


def _done_by(lower: str) -> Reading | None:
    """`tekemä`, `näkemälleni`: an agent participle; `sure` when it can be nothing else.

    A possessive tells it from the third infinitive, a list from nouns like `elämä`, and
    `siirtymistään` may as well come from `siirtyminen`.
    """
    found = AGENT.fullmatch(lower)
    base = _base(lower)
    if not found or not _is_verb_stem(found["stem"], base):
        return None
    case = CASES[(found["one"] or found["many"] or "").replace("ä", "a")]
    number = "Plur" if found["many"] or found["one"] == "t" else "Sing"
    reading = {"PartForm": "Agt", "VerbForm": "Part", "Case": case, "Number": number}
    if not found["owner"]:
        third = number == "Sing" and case in THIRD_INFINITIVE
        return {**reading, "lemma": base, **({"InfForm": "3"} if third else {})}
    is_sure = not base.endswith(("ma", "mä", "nen")) and not (found["many"] and case == "Ela")
    is_sure &= not (base == lower and _is_known(lower))  # `kylmissään` is a word of its own
    return {**reading, "Person[psor]": "3", "lemma": base, **(SURE if is_sure else {})}


def _participle(lower: str) -> tuple[Reading, ...]:
    """A participle of some form, `sure` of being a verb's when its base form is an infinitive."""
    if not PARTICIPLE.fullmatch(lower):
        return ()
    base = _base(lower)
    is_verb = bool(VERB.fullmatch(base)) and base != lower
    if not is_verb and not (PARTICIPLE_BASE.search(base) or base == lower):
        return ()
    proven = SURE if is_verb else {}
    return ({"VerbForm": "Part", "PartForm": "Past", "lemma": base, "guess": "yes", **proven},)


def _with(lower: str) -> Reading | None:
    """`perheineen`, proven by `perheissä`; not `välineen` of `väline`, nor `oppineen`."""
    if WITH_ADJECTIVE.fullmatch(lower):
        return {"Case": "Com", "pos": "ADJ", "lemma": lower, "guess": "yes"}
    found, base = WITH.fullmatch(lower), _base(lower)
    if not found:
        return None
    if not _is_form(found["stem"] + "issa", found["stem"] + "issä"):
        other = base == lower or base.endswith(("ine", "nut", "nyt")) or VERB.fullmatch(base)
        if other or _ends_in_ine(lower):
            return None
    return {"Case": "Com", "pos": "NOUN", "lemma": base}


def _without(lower: str) -> Reading | None:
    """`rahatta`, `ongelmitta`: proven by `rahan`, `ongelmissa`."""
    found = WITHOUT.fullmatch(lower)
    if not found or lower in NOT_WITHOUT or MATTA.fullmatch(lower):
        return None
    stem = found["stem"]
    if not (_is_form(stem + "n") or (stem[-1] == "i" and _is_form(stem + "ssa", stem + "ssä"))):
        return None
    return {"Case": "Abe", "pos": "NOUN", "lemma": _base(lower), **SURE}


def _ends_in_ine(lower: str) -> bool:
    """Whether a compound's last part is a noun in -ine: `liikennevälineen`."""
    return any(
        _is_known(lower[at:]) and _base(lower[at:]).endswith("ine")
        for at in range(1, len(lower) - 5)
    )


def _is_verb_stem(stem: str, base: str) -> bool:
    """Whether a vowel stem is a verb's: by its infinitive, or by its third person plural."""
    if base in {stem + "a", stem + "ä"}:
        return True
    plural = stem + ("vat" if set(stem) & set("aou") else "vät")
    found = _base(plural)
    return _is_known(plural) and found != plural and bool(VERB.fullmatch(found))


def _is_form(*forms: str) -> bool:
    """Whether one of the forms is an inflected noun's that is in use."""
    return any(
        len(form) > 3
        and _is_known(form)
        and _base(form) != form
        and not VERB.fullmatch(_base(form))
        and _is_used(form)
        for form in forms
    )


def _is_used(form: str) -> bool:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(form, "fi")) >= IN_USE


def _is_known(form: str) -> bool:
    return is_listed(form, language="fi")


@lru_cache(maxsize=50_000)
def _base(word: str) -> str:
    return listed_lemma(word, language="fi").casefold()
