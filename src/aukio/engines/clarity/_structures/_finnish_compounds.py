"""Finnish compounds cut by a word list and frequencies, where no morphology is installed.

A word the list does not know is cut into the fewest words it knows: first parts in the nominative,
in the genitive or as a stem in -s (`ihmis`), the last part in any form. Each known word is then
cut further at its base form, so that no ending is taken for a part (`tilanteen` is `tilanne`,
never `tila|nteen`).
"""

from __future__ import annotations

from functools import lru_cache

from aukio.engines.clarity._structures import _finnish_parts as known
from aukio.engines.text import known_lemma

SHORTEST = 3
REMEMBERED = 50_000
# Lowest Zipf frequency of a part by its length: chance finds short words everywhere.
LEAST = {2: 4.0, 3: 3.0, 4: 3.0, 5: 2.0, 6: 1.0}
LISTED = 5.0
DENOMINAL = 3.0
COMMONER = 1.0  # a whole this much commoner than a part of three letters is a word in itself


@lru_cache(maxsize=REMEMBERED)
def cut(word: str) -> tuple[str, ...]:
    """Return the parts of a lower-case word without hyphens; the word alone when none fit."""
    if _lemma(word) is not None:
        return _opened(word, is_last=True)
    # Best way to each place: parts (fewer is better), weight of the parts, the parts.
    ways: dict[int, tuple[int, float, tuple[str, ...]]] = {0: (0, 0.0, ())}
    for end in range(2, len(word) + 1):
        weigh = last_weight if end == len(word) else _first_weight
        for start in [place for place in ways if place < end - 1]:
            if weight := weigh(word[start:end]):
                count, sum_, parts = ways[start]
                way = (count - 1, sum_ + weight, (*parts, word[start:end]))
                if end not in ways or way[:2] > ways[end][:2]:
                    ways[end] = way
    if len(word) not in ways:
        return (word,)
    *firsts, last = ways[len(word)][2]
    opened = [piece for part in firsts for piece in _opened(part, is_last=False)]
    return (*opened, *_opened(last, is_last=True))


@lru_cache(maxsize=REMEMBERED)
def last_weight(form: str) -> float:
    """How surely a form ends a compound; 0 when it does not."""
    if len(form) < SHORTEST or form in known.NEVER_LAST or known.ABSTRACT.match(form):
        return 0.0
    if _is_denominal(form):
        return DENOMINAL
    bare = _bare(form)
    lemma = bare and _lemma(bare)
    if not bare or not lemma or not _may_end(bare, lemma):
        return 0.0
    if lemma in known.ENDERS:
        return LISTED
    return _enough(max(_zipf(bare), _zipf(lemma)), min(len(lemma), len(bare)))


def _may_end(form: str, lemma: str) -> bool:
    if form in known.NEVER_LAST or lemma in known.NEVER_LAST or len(lemma) < SHORTEST:
        return False
    if len(lemma) == SHORTEST and lemma not in known.SHORT:
        return False
    if known.SURE_VERB.search(lemma):
        return False
    return not (lemma in {"isä", "iso"} and known.FATHERS.match(form))


@lru_cache(maxsize=REMEMBERED)
def _first_weight(form: str) -> float:
    """How surely a form begins a compound or stands in its middle; 0 when it does not."""
    if form in known.NEVER_FIRST or (len(form) < SHORTEST and form not in known.SHORTER):
        return 0.0
    if form in known.OPENERS:
        return LISTED
    if len(form) == SHORTEST and form not in known.SHORT:
        return 0.0
    return _enough(max(_noun_weight(form), _stem_weight(form)), len(form))


def _noun_weight(form: str) -> float:
    """A noun as in the list, in the genitive, or in the singular of a word kept in the plural."""
    lemma = _lemma(form)
    if lemma is None:
        return 0.0
    is_genitive = form[-1] == "n" and (
        form == lemma + "n" or lemma == "sata" or not known.VERB.search(lemma)
    )
    if lemma == form or is_genitive:
        return max(_zipf(form), _zipf(lemma) - 0.5)
    if lemma[-1] == "t" and 0 <= len(lemma) - len(form) <= 2 and lemma[:3] == form[:3]:
        return _zipf(lemma) - 1 if form[-1] in "aeiouyäö" else 0.0
    return 0.0


def _stem_weight(form: str) -> float:
    """A stem of -nen (`ihmis`, `digitaali`) or of a doing (`osaamis`)."""
    found = [0.0]
    adjective = form + "nen" if form[-1] == "i" else form[:-1] + "nen"
    if form[-1] in "is" and _lemma(adjective) == adjective:
        found.append(_zipf(adjective))
    if form.endswith("mis") and len(form) > 5:
        root = form.removesuffix("mis")
        verbs = (_lemma(root + end) for end in (root[-1], "a", "ä", ""))
        found.extend(_zipf(verb) for verb in verbs if verb)
    return max(found)


def _opened(word: str, *, is_last: bool) -> tuple[str, ...]:
    """A known word cut as far as its base form tells."""
    division = _division(word, is_last)
    if division is None:
        return (word,)
    _, first, rest = division
    return (*_opened(first, is_last=False), *_opened(rest, is_last=is_last))


@lru_cache(maxsize=REMEMBERED)
def _division(word: str, is_last: bool) -> tuple[float, str, str] | None:
    """The surest cut of a word in two, as (weight of the weaker part, first, rest)."""
    base = _base(word, is_last)
    if base in known.WHOLE or word in known.WHOLE:
        return None
    whole = max(_zipf(word), _zipf(base))
    best: tuple[float, str, str] | None = None
    for at in range(2, len(base) - 2):
        first, rest = base[:at], base[at:]
        if word[:at] != first:
            break
        if max(len(first), len(rest)) >= len(word) or not _is_base(rest, base):
            continue
        weight = min(_before(first, rest), _deep_last(rest))
        lone = {part for part in (first, rest) if len(part) <= SHORTEST} - known.SHORT
        if not weight or (lone and whole > weight + COMMONER):
            continue
        if best is None or weight > best[0]:
            best = (weight, first, word[at:])
    return best


def _before(first: str, rest: str) -> float:
    """How surely a form begins a known word that ends in `rest`."""
    if weight := _first_weight(first):
        return weight
    is_known = first not in known.NEVER_FIRST and _lemma(first) is not None
    if rest in known.DOINGS and len(first) > SHORTEST and is_known:
        return _zipf(first)
    division = _division(first, False) if len(first) > 5 and is_known else None
    return division[0] if division else 0.0


def _deep_last(rest: str) -> float:
    division = _division(rest, True)
    return max(last_weight(rest), division[0] if division else 0.0)


def _base(word: str, is_last: bool) -> str:
    adjective = word[:-1] + "nen"
    if not is_last and word[-1] == "s" and _lemma(word) != word and _lemma(adjective):
        return adjective
    bare = _bare(word)
    return (bare and _lemma(bare)) or word


def _is_base(rest: str, base: str) -> bool:
    """Whether a word's end is a base form, or the plural of a word kept in the plural."""
    lemma = _lemma(rest)
    if lemma is None:
        return _is_denominal(rest)
    return lemma == rest or (rest[-1] == "t" and _lemma(base) == base)


def _is_denominal(form: str) -> bool:
    """An adjective made for compounds, `kohtainen` of kohta, `peräinen` of perä."""
    if not form.endswith("inen") or len(form) < 7 or form.endswith(known.DERIVED):
        return False
    stem = form.removesuffix("inen")
    nouns = (stem + end for end in ("a", "ä", "i", "e", "o", "ö", ""))
    return _lemma(form) is None and any(_lemma(noun) == noun for noun in nouns)


def _bare(form: str) -> str | None:
    """The form as the list has it, if need be without `-nsa`, `-kin` and the like."""
    if _lemma(form) is not None:
        return form
    if found := known.ADJECTIVE.fullmatch(form):
        adjective = found[1] + "nen"
        if _lemma(adjective) == adjective:
            return adjective
    for end in known.POSSESSIVE:
        if form.endswith(end) and len(form) > len(end) + SHORTEST:
            kept = form.removesuffix(end)
            for bare in (kept, kept + "n"):  # kumppanie(n)|nsa
                if _lemma(bare) is not None:
                    return bare
    return None


@lru_cache(maxsize=REMEMBERED)
def _lemma(form: str) -> str | None:
    """The list's base form; the form itself where another form of it says it is one (`tuki`)."""
    found = known_lemma(form, language="fi")
    if found is None:
        return form if form in known.ENDERS | known.DOINGS else None
    if found != form and form in {known_lemma(form + end, language="fi") for end in ("na", "nä")}:
        return form
    return found


def _enough(weight: float, length: int) -> float:
    return weight if weight >= LEAST[min(length, max(LEAST))] else 0.0


@lru_cache(maxsize=REMEMBERED)
def _zipf(word: str) -> float:
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "fi"))
