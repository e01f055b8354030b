"""What Finnish compounds are made of, beyond what a word list tells. Words of one class a set."""

from __future__ import annotations

import re
from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Three letters: only these make compounds; chance finds a short word in any long one.
SHORT: Final = _words(
    "ala apu asu elo emo erä ien ikä ilo isä jää kuu kyy luu maa olo osa pii pää puu sää suo suu"
    " syy tee tie työ uni ura voi äly aho hie koe iso eri ali esi yli ylä itä etu aie oma ero ajo"
    " ase etä ote"
)
SHORTER: Final = _words("yö")
# Begin compounds without being words, or in another form than the word has.
OPENERS: Final = _words(
    "epä yli ali esi moni bio tele euro neli kolmi puoli täys lähi ulko sisä ylä ala etu taka"
    " jälki keski alku loppu eri mikro makro mini multi super hyper geo eko info video audio foto"
    " auto neuro psyko sosio kemo hydro aero kyber meta pseudo semi anti hyvin uus sosiaali valko"
    " puna pika umpi ensi kansain suur asiain syys arki yhdys"
    " edus kauko viher säilö asuin poissa läsnä etä"
)
# End compounds and are hardly ever alone.
ENDERS: Final = _words(
    "pide omainen vuotinen kautinen pano säädäntö tuntija tarvike ehtoinen kykyinen perusteinen"
)
# Nouns of doing: before them may stand any form of place, `täytäntöön|pano`, `ulos|otto`.
DOINGS: Final = _words(
    "pano otto tulo lähtö meno jättö anto saanti vienti tuonti pääsy teko luku lasku nousu veto"
    " heitto haku paluu ajo siirto käynti pito olo jako"
)
# Words in themselves that look like two.
WHOLE: Final = _words(
    "esimerkki asiakas elohopea ideaali kriminaali kokonainen kokonais kokonaisuus yliopisto"
    " kokoontuminen materiaali maailma sairaala kapasiteetti tuotanto varsinais varsinainen"
)
NEVER_FIRST: Final = _words("tuot nais tai per muu tuo luo poli")
# Ends of inflection and derivation that are also words.
NEVER_LAST: Final = _words(
    "lainen läinen mainen mäinen tar sto tus tös ton tön ista istä alla alle ltä uusi uus esti"
    " isyys kas nen nainen minen llinen inen aminen äminen tti ama mus alainen teen nais nakin"
    " manne emmin ita ilta tamaan lista toinen"
)
ABSTRACT: Final = re.compile(r"(?:suu|syy)(?:tt|te|de|ks)")  # kohtai|suutta
FATHERS: Final = re.compile(r"isi")  # vamma|isille: a form of -inen, not of isä or iso
DERIVED: Final = ("minen", "llinen", "ginen", "kinen")
POSSESSIVE: Final = (
    *("nsa", "nsä", "mme", "nne", "ni", "si", "an", "än", "en", "in"),
    *("kin", "kaan", "kään"),
)
# Forms of adjectives in -nen: `perusteis|ten`.
ADJECTIVE: Final = re.compile(
    r"(\w{4,}i)s(?:e(?:n|t|en|ksi|n[aä]|ss[aä]|st[aä]|ll[aä]|lle|lt[aä]|sti)|t[aä]|ten"
    r"|i(?:[aä]|in|ksi|n[aä]|ss[aä]|st[aä]|ll[aä]|lle|lt[aä]))"
)
VERB: Final = re.compile(
    r"(?:[aeiouyäö]d[aä]|[ts]t[aä]|ll[aä]|nn[aä]|rr[aä]|t[aä]{2}|[aeiouyäö]t[aä]|[oö][aä]|[uy][aä]"
    r"|e[aä])$"
)
SURE_VERB: Final = re.compile(r".(?:taa|tää|ella|ellä|utua|ytyä|oida|öidä)$")
