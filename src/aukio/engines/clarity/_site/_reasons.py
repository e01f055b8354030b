"""Why a page was not checked, in the reader's words, for reports outside the service."""

from __future__ import annotations

from collections.abc import Mapping

from aukio.engines.clarity._site._fetch import Reason

SAID: Mapping[Reason, Mapping[str, str]] = {
    Reason.ADDRESS: {
        "fi": "Osoite ei kelpaa",
        "sv": "Adressen duger inte",
        "en": "The address is not usable",
    },
    Reason.PRIVATE: {
        "fi": "Palvelin ei ole julkisessa verkossa",
        "sv": "Servern finns inte på det öppna nätet",
        "en": "The machine is not on the public internet",
    },
    Reason.OTHER_SITE: {
        "fi": "Osoite vie toiselle sivustolle",
        "sv": "Leder till en annan webbplats",
        "en": "Leads to another site",
    },
    Reason.ROBOTS: {
        "fi": "Sivusto pyytää, etteivät koneet lue sivua",
        "sv": "Webbplatsen ber att maskiner inte läser sidan",
        "en": "The site asks machines not to read it",
    },
    Reason.UNREACHABLE: {
        "fi": "Palvelimeen ei saada yhteyttä",
        "sv": "Servern kan inte nås",
        "en": "The server cannot be reached",
    },
    Reason.SLOW: {
        "fi": "Palvelin oli liian hidas",
        "sv": "Servern var för långsam",
        "en": "The server was too slow",
    },
    Reason.TOO_LARGE: {"fi": "Liian suuri", "sv": "För stor", "en": "Too large"},
    Reason.STATUS: {
        "fi": "Palvelin vastasi virheellä",
        "sv": "Servern svarade med ett fel",
        "en": "The server answered with an error",
    },
    Reason.REDIRECTS: {
        "fi": "Osoite ohjaa aina vain eteenpäin",
        "sv": "Leder bara vidare",
        "en": "Leads on and on",
    },
    Reason.KIND: {"fi": "Ei ole verkkosivu", "sv": "Inte en webbsida", "en": "Not a web page"},
    Reason.LANGUAGE: {
        "fi": "Muulla kielellä",
        "sv": "På ett annat språk",
        "en": "In another language",
    },
    Reason.NO_WORDS: {
        "fi": "Ei omia sanoja",
        "sv": "Inga egna ord",
        "en": "No words of its own",
    },
    Reason.DUPLICATE: {
        "fi": "Sama kuin toinen sivu",
        "sv": "Samma som en annan sida",
        "en": "The same as another page",
    },
}
