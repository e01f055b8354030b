"""Swedish passives by form and neighbours: `beslutet fattas`, `hade godkänts`, `blev vald`.

No parser is needed: a word in -s is a passive when what stands before the -s is a verb form
and the neighbours do not make it a genitive. Verb forms are told by simplemma's list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aukio.engines.clarity._structures._words import Sentence, Word, words
from aukio.engines.text import is_listed, listed_lemma

DEPONENT = words(
    """andas avundas brottas enas envisas finnas frodas fattas hoppas hämnas kräkas kännas låtsas
    lyckas misslyckas minnas mötas rymmas samsas skiljas skämmas slåss svettas synas tas träffas
    trivas tyckas tävlas umgås utspelas vistas väsnas åldras åminnas ångras svänghjulas höras
    vantrivas färdas trängas nalkas bitas retas"""
) - {"tas"}
DEPONENT_FORMS = words(
    """finns fanns funnits tycks tyckts syns synts synes minns mindes minnes mints trivs trivdes
    känns kändes känts hörs hörts ryms rymdes umgås umgicks slåss slogs möts möttes skiljs tycktes
    hoppades lyckades misslyckades vistades andades träffades utspelades utspelar låtsades syntes
    hördes träffats lyckats misslyckats hoppats vistats enats enades färdades åldrats"""
)
NEVER = words(
    """alls annars bas bus båts dags dans delvis dess deras detsammas ens fas gas gratis glas gräs
    hans hans hennes hos hus is jämförelsevis kans kors kurs las ljus lös mars mass mots medels
    naturligtvis oss pass plats pris ras rimligtvis ris sats sins slags tills tillbaks trots tvärs
    tillsammans vars vems vis vås års åtminstones utomlands inomhus utomhus varandras självs mos
    bets puts hets rets mots kris vals hals puls als"""
)
SHORT = ("ge", "se", "ta", "få", "gå", "nå", "slå", "tro", "be", "le", "bo", "sy", "fly", "dra")
PREFIXED = re.compile(
    r"(?:an|om|upp|in|av|för|bi|under|till|ut|be|på|över|fram|anför|åter|fast|ned)"
)
PREFIX = re.compile(
    r"(?:åter|ut|er|för|upp|in|av|under|ur|bort|genom|klar|be|om|till|på|över|fram|mot|med|ned|ner"
    r"|sam|vidare|fast|hän|efter|an|åsido|kvar|lik|miss|iakt|åstad|tvångs)"
    r"(?=[a-zåäö]{4})"
)
ARTICLES = words(
    """en ett den denna detta dessa varje någon något några ingen inget inga alla min mitt mina din
    ditt dina sin sitt sina vår vårt våra er ert era samma vilken vilket vilka"""
)
PREPOSITIONS = words(
    """i på av för till från med om mot under över vid efter enligt utan genom mellan hos bland inom
    ur åt kring trots sedan"""
)
HAVE = frozenset(["har", "hade", "ha", "haft", "have"])
INFINITIVE_MARKS = words(
    """att kan kunde kunnat kunna ska skall skulle bör borde måste får fick få vill ville kommer
    behöver torde må måtte brukar låter"""
)
BECOME = frozenset(["bli", "blir", "blev", "blivit", "blevo", "bliva", "bleve", "bliver"])
PARTICIPLE = re.compile(r"(?:ad|at|ade|dd|tt|dda|tta|[^aeiouyåäö]d|[^aeiouyåäö][dt]a|et|en|na|t)$")
VOWEL_CHANGED = words(
    """vald valda valt såld sålda sålt gjord gjorda gjort lagd lagda satt satta sagd sagda dold
    dolda skild skilda skilt spridd spridda"""
)
NOT_PARTICIPLES = words(
    """enbart knappast uppenbart alltmera mycket inte inget något annat även mest minst bäst sämst
    väldigt lätt svårt klart rätt fritt
    utan redan istället tidigare större mindre bara aldrig gärna igen först sist nytt"""
)
REACH = 5


def passive(word: Word, sentence: Sentence) -> bool:
    """Whether the word is a passive verb, or the participle of one made with `bli`."""
    lower = word.lower
    if lower.endswith("s"):
        return _is_s_passive(lower, word, sentence)
    return _is_participle(lower) and _follows_become(word, sentence)


def _is_s_passive(lower: str, word: Word, sentence: Sentence) -> bool:
    if lower in NEVER or lower in DEPONENT or lower in DEPONENT_FORMS:
        return False
    if word.text[0].isupper() and word.index > 0:
        return False
    before = [one.lower for one in sentence.before(word, REACH)]
    if lower.endswith("as") and INFINITIVE_MARKS & set(before[-3:]) and _may_be_verb(before):
        return not lower.endswith("rnas")
    shape = _verb_shape(lower)
    if shape is None:
        return False
    if shape == "infinitive":
        return _may_be_verb(before)
    if shape == "supine":
        return bool(HAVE & set(before)) or _may_be_verb(before)
    return _may_be_verb(before)


def _may_be_verb(before: list[str]) -> bool:
    """No article or preposition stands directly before, as it would before a genitive."""
    return not before or before[-1] not in ARTICLES | PREPOSITIONS


@lru_cache(maxsize=20_000)
def _verb_shape(word: str) -> str | None:
    """infinitive, present, past or supine of a verb's s-form; None for other words."""
    stem = word[:-1]
    if len(stem) < 2 or word.endswith(("ors", "ens", "ets", "rns", "ans")):
        return None
    if stem.endswith("a"):
        return "infinitive" if _is_verb(stem) else None
    if _short_verb(stem):
        return "infinitive"
    if stem.endswith(("de", "te")) and _past_of_verb(stem):
        return "past"
    if stem.endswith("t") and _supine_of_verb(stem):
        return "supine"
    if stem.endswith("e"):
        return "present" if _is_verb(stem[:-1] + "a") else None
    if _is_verb(stem + "a") or _base_is_verb(stem):
        return "present"
    return None


def _short_verb(stem: str) -> bool:
    for verb in SHORT:
        if stem == verb:
            return True
        if stem.endswith(verb) and PREFIXED.fullmatch(stem.removesuffix(verb)):
            return True
    return False


def _past_of_verb(stem: str) -> bool:
    """`grundade`, `byggde`, `köpte`, `använde`, `godkände`, `bestämde`: weak past tenses."""
    if stem.endswith("ade"):
        return _is_verb(stem.removesuffix("de"))
    root = stem[:-2]
    doubled = [root + root[-1] + "a"] if root.endswith(("m", "n")) else []
    return any(_is_verb(base) for base in (root + "a", stem[:-1] + "a", *doubled))


def _supine_of_verb(stem: str) -> bool:
    """`befriat`, `godkänt`, `skrivit`, `försett`."""
    bases = [stem[:-1], stem[:-1] + "a", stem.removesuffix("it") + "a", stem[:-2] + "a"]
    return any(_is_verb(base) for base in bases)


def _base_is_verb(form: str) -> bool:
    """An irregular form whose listed base form is a verb: `höll` leads to `hålla`."""
    base = listed_lemma(form, language="sv")
    return base != form and _is_verb(base)


@lru_cache(maxsize=20_000)
def _is_verb(base: str) -> bool:
    """Whether a base form is a verb: both its present and its supine are in use."""
    if _short_verb(base):
        return True
    if len(base) < 3 or not base.endswith("a"):
        return False
    if (found := PREFIX.match(base)) and _is_verb(base[found.end() :]):
        return True
    stem = base[:-1]
    presents = (base + "r", stem + "er", stem)
    supines = (base + "t", stem + "t", stem + "it", stem.removesuffix("d") + "tt")
    return any(map(_in_use, presents)) and any(map(_in_use, supines))


def _in_use(form: str) -> bool:
    from wordfreq import zipf_frequency

    return is_listed(form, language="sv") or zipf_frequency(form, "sv") > 0


@lru_cache(maxsize=20_000)
def _is_participle(word: str) -> bool:
    """Whether a word after `bli` is a participle: its base form leads back to a verb."""
    if len(word) < 4 or word in NOT_PARTICIPLES or not PARTICIPLE.search(word):
        return False
    if word in VOWEL_CHANGED:
        return True
    weak = re.sub(r"(?:ade|ad|at)$", "a", word)
    if weak != word:
        return _is_verb(weak)
    base = listed_lemma(word, language="sv")
    return _is_verb(base) or any(
        base.endswith(ending) and _is_verb(base.removesuffix(ending) + "a")
        for ending in ("d", "t", "dd", "en")
    )


def _follows_become(word: Word, sentence: Sentence) -> bool:
    return any(one.lower in BECOME for one in sentence.before(word, 4))
