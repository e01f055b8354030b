"""Finnish participles before a noun: as attributes and as agent participles."""

from __future__ import annotations

from aukio.engines.clarity._structures._finnish_verbs import FORMS_OF_BE, NEGATIONS
from aukio.engines.clarity._structures._words import Reading, Sentence, Word, any_lower, words

# Participles that are adjectives when nothing depends on them: `tulevalla viikolla`, but
# `ulkomailta tulevat tavarat`. Dictionaries list them as adjectives.
ADJECTIVES = words(
    "tuleva kuluva seuraava vastaava merkittävä huomattava sopiva soveltuva riittävä loistava"
    " jännittävä yllättävä vaativa uhkaava elävä johtava hallitseva toimiva puuttuva vaihteleva"
    " luotettava tarvittava hyväksyttävä huolestuttava pelottava rasittava kestävä ratkaiseva"
    " vakuuttava kiehtova hämmästyttävä kiinnostava lupaava sitova vaikuttava kehittyvä kantava"
    " ärsyttävä rohkaiseva kannustava koskettava liikuttava järkyttävä tyydyttävä poikkeava"
    " tunnettu suosittu rakastettu arvostettu"
    " väsynyt kiinnostunut yllättynyt pettynyt järkyttynyt huolestunut innostunut kokenut"
    " oppinut kehittynyt vakiintunut uupunut hermostunut masentunut turhautunut"
    " kyllästynyt helpottunut hämmästynyt ilahtunut kauhistunut suuttunut ikääntynyt"
)
OF_TIME = ("tulev", "kuluv", "kulune")
TIMES = ("viik", "kuukau", "kuu", "vuo", "vuos", "päiv", "kev", "kesä", "syks", "talv", "vuorok")
NO_COMPLEMENT = frozenset({"punct", "cc", "cc:preconj", "conj", "det", "mark", "advmod"})


def _stems(adjective: str) -> tuple[str, ...]:
    """How a participle begins in every case: `väsynyt`, `väsynee-`, `väsynei-`."""
    if adjective.endswith(("nut", "nyt")):
        return (adjective, adjective[:-2] + "ee", adjective[:-2] + "ei")
    if adjective.endswith(("ttu", "tty")):
        return (adjective, adjective[:-2] + adjective[-1])
    return (adjective[:-1],)


ADJECTIVE_STEMS = tuple(stem for one in sorted(ADJECTIVES) for stem in _stems(one))
FORMS = ("Pres", "Past", "Neg")
REACH = 3
BETWEEN = {"ADJ", "NUM", "ADV"}


def participle_attribute(word: Word, sentence: Sentence) -> bool:
    """A participle that describes a noun: `hakemukseen liitettävät todistukset`."""
    participles = _participles(word)
    if not participles or (word.get("PartForm") == "Agt" and word.may_be(PartForm="Agt")):
        return False
    if not sentence.parsed:
        return (
            _agrees_with_following(word, participles, sentence)
            and _only_participle(word)
            and not _is_adjective(word, sentence)
            and not _is_finite(word, participles, sentence)
        )
    if sentence.has_auxiliary(word) or _is_adjective(word, sentence):
        return False
    if word.get("VerbForm") != "Part" and all("guess" in one for one in participles):
        return _guessed_attribute(word, participles, sentence)
    if word.dep == "acl":
        return True
    if word.dep == "amod":
        return word.get("VerbForm") == "Part"
    return _surely_attribute(word, participles, sentence)


def _is_adjective(word: Word, sentence: Sentence) -> bool:
    """A participle that has become an adjective, and has no complement of its own."""
    following = sentence.next(word)
    if following and word.lower.startswith(OF_TIME) and following.lower.startswith(TIMES):
        return True
    if not word.lower.startswith(ADJECTIVE_STEMS):
        return False
    return all(child.dep in NO_COMPLEMENT for child in sentence.children(word))


def _is_finite(word: Word, participles: list[Reading], sentence: Sentence) -> bool:
    """Without a parser: `on voittanut kaikki pelit`, `ei uskonut häntä`."""
    if not any(one.get("Case") == "Nom" for one in participles):
        return False
    return any_lower(sentence.before(word, REACH), FORMS_OF_BE | NEGATIONS)


def _guessed_attribute(word: Word, participles: list[Reading], sentence: Sentence) -> bool:
    """The parser took it for an adjective or a finite verb, but put it in a clause's place."""
    head = sentence.head(word)
    if head is None or head.index < word.index:
        return False
    return word.dep == "acl" or (word.dep == "amod" and any("sure" in one for one in participles))


def agent_participle(word: Word, sentence: Sentence) -> bool:
    """`viraston tekemä päätös`: a participle that names who did it."""
    found = word.readings_with(PartForm="Agt")
    if not found:
        return False
    if any("sure" in one for one in found):
        return True
    if not sentence.parsed:
        return _agrees_with_following(word, found, sentence)
    if any(one.get("InfForm") == "3" for one in found):
        return _is_agent_not_infinitive(word, found, sentence)
    if word.get("PartForm") == "Agt":
        return True
    if len(found) == len(word.readings) and any("Person[psor]" in one for one in found):
        return True
    head = sentence.head(word)
    if word.dep != "acl" or head is None:
        return False
    if word.get("InfForm") != "3":
        return word.pos in {"VERB", "NOUN", "ADJ"}
    cases = {reading.get("Case") for reading in found}
    return head.index > word.index and head.get("Case") in cases and word.pos == "VERB"


def _is_agent_not_infinitive(word: Word, found: list[Reading], sentence: Sentence) -> bool:
    """`viranomaisten ymmärtämällä kielellä` against `oppii tekemällä`: an agent, and a noun."""
    near = (*sentence.before(word, 2), *sentence.children(word))
    return any(one.get("Case") == "Gen" for one in near) and _agrees_with_following(
        word, found, sentence
    )


def _participles(word: Word) -> list[Reading]:
    return [reading for reading in word.readings if reading.get("PartForm") in FORMS]


def _only_participle(word: Word) -> bool:
    return len(_participles(word)) == len(word.readings)


def _surely_attribute(word: Word, participles: list[Reading], sentence: Sentence) -> bool:
    """An inflected participle, nothing else by its form, whose noun follows in the same form."""
    if not _only_participle(word) or any(one.get("Case") == "Nom" for one in participles):
        return False
    if word.dep in {"conj", "xcomp", "ccomp", "advmod"} or word.dep.startswith("cop"):
        return False
    return _agrees_with_following(word, participles, sentence)


def _agrees_with_following(word: Word, forms: list[Reading], sentence: Sentence) -> bool:
    for other in sentence.after(word, REACH):
        if other.pos in {"NOUN", "PROPN"}:
            return any(_same_form(other.get("Case"), other.get("Number"), form) for form in forms)
        if not sentence.parsed and _noun_in_same_form(other, forms):
            return True
        if other.pos not in BETWEEN and other.get("VerbForm") != "Part":
            return False
    return False


def _noun_in_same_form(word: Word, forms: list[Reading]) -> bool:
    nouns = word.readings_with(pos="NOUN")
    return any(
        _same_form(noun.get("Case", ""), noun.get("Number", ""), form)
        for noun in nouns
        for form in forms
    )


def _same_form(case: str, number: str, form: Reading) -> bool:
    return case == form.get("Case") and (number or "Sing") == form.get("Number", "Sing")
