"""The records by which a data portal finds the rounds: DCAT-AP 3.0.

Mandatory and recommended properties by semiceu.github.io/DCAT-AP/releases/3.0.0; codes are
those of the European Union's authority tables. Places are told by the official codes of
municipalities (Statistics Finland's classification) and by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from aukio.apps.dialogues.open_data.addresses import file_of, stable
from aukio.apps.dialogues.open_data.citing import publisher
from aukio.apps.dialogues.open_data.columns import LANGUAGES
from aukio.apps.dialogues.open_data.contents import Contents
from aukio.apps.dialogues.open_data.forms import FILE_TYPES, FORMS
from aukio.apps.dialogues.open_data.linked import coverage

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

VCARD = "http://www.w3.org/2006/vcard/ns#"
LOCN = "http://www.w3.org/ns/locn#"
EU = "http://publications.europa.eu/resource/authority/"
EU_LANGUAGE = {"fi": "FIN", "sv": "SWE", "en": "ENG"}
WRITTEN = {"ttl": "turtle", "jsonld": "json-ld"}


def of_round(found: Contents, form: str) -> bytes:
    """The record of one round. ``form`` is a name in ``forms.CATALOGUES``."""
    graph = _graph()
    _dataset(graph, found)
    return _written(graph, form)


def of_all(rounds: list[Contents], form: str) -> bytes:
    """A catalogue of every round that has been published."""
    from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

    graph = _graph()
    catalogue = _iri(stable("open_data:all"))
    graph.add((catalogue, RDF.type, DCAT.Catalog))
    for language in LANGUAGES:
        with override(language):
            told = (
                _("Open data of the National Dialogues"),
                _(
                    "Each data set is a round of dialogues: what people said with their "
                    "permission, the summary and the answers."
                ),
            )
        graph.add((catalogue, DCTERMS.title, _words(told[0], language)))
        graph.add((catalogue, DCTERMS.description, _words(told[1], language)))
        graph.add((catalogue, DCTERMS.language, _eu("language", EU_LANGUAGE[language])))
    graph.add((catalogue, DCTERMS.publisher, _publisher(graph)))
    graph.add((catalogue, DCTERMS.license, _eu("licence", "CC_BY_4_0")))
    graph.add((catalogue, FOAF.homepage, _iri(stable("open_data:all"))))
    graph.add((catalogue, DCTERMS.spatial, _eu("country", "FIN")))
    if rounds:
        newest = max(one.published_at for one in rounds)
        graph.add((catalogue, DCTERMS.modified, _literal(newest.isoformat(), XSD.dateTime)))
    for one in rounds:
        graph.add((catalogue, DCAT.dataset, _dataset(graph, one)))
    return _written(graph, form)


def _dataset(graph: Graph, found: Contents) -> Node:
    from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

    node = _iri(stable("open_data:round", found.slug) + "#data")
    graph.add((node, RDF.type, DCAT.Dataset))
    titles = found.title or {"und": found.slug}
    for language, text in titles.items():
        graph.add((node, DCTERMS.title, _words(text, language)))
    for language, text in (found.description or titles).items():
        graph.add((node, DCTERMS.description, _words(text, language)))
    for row in found.tables["themes"]:
        for language in LANGUAGES:
            if row[f"title_{language}"]:
                graph.add((node, DCAT.keyword, _words(row[f"title_{language}"], language)))
    for name, value in (
        (DCTERMS.identifier, _literal(found.slug)),
        (_iri(f"{DCAT._NS}version"), _literal(str(found.version))),
        (DCTERMS.issued, _literal(found.published_at.isoformat(), XSD.dateTime)),
        (DCTERMS.publisher, _publisher(graph)),
        (DCAT.contactPoint, _contact(graph)),
        (DCAT.theme, _eu("data-theme", "GOVE")),
        (DCAT.theme, _eu("data-theme", "SOCI")),
        (DCTERMS.accessRights, _eu("access-right", "PUBLIC")),
        (DCTERMS.accrualPeriodicity, _eu("frequency", "IRREG")),
        (DCTERMS.temporal, _period(graph, coverage(found))),
        (DCTERMS.spatial, _eu("country", "FIN")),
        (DCAT.landingPage, _iri(stable("open_data:round", found.slug))),
    ):
        graph.add((node, name, value))
    for language in found.languages:
        graph.add((node, DCTERMS.language, _eu("language", EU_LANGUAGE[language])))
    for place in _places(graph, found):
        graph.add((node, DCTERMS.spatial, place))
    for form in FORMS:
        graph.add((node, DCAT.distribution, _distribution(graph, found, form)))
    return node


def _distribution(graph: Graph, found: Contents, name: str) -> Node:
    from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

    form, address = FORMS[name], file_of(found.slug, found.version, name)
    node = _iri(address)
    kind = _iri(f"https://www.iana.org/assignments/media-types/{form.media_type}")
    for property, value in (
        (RDF.type, DCAT.Distribution),
        (DCAT.accessURL, _iri(stable("open_data:round", found.slug))),
        (DCAT.downloadURL, _iri(address)),
        (DCTERMS.title, _words(form.label, "en")),
        (DCTERMS.license, _eu("licence", "CC_BY_4_0")),
        (DCTERMS["format"], _iri(FILE_TYPES + form.file_type)),
        (DCAT.mediaType, kind),
        (DCTERMS.issued, _literal(found.published_at.isoformat(), XSD.dateTime)),
    ):
        graph.add((node, property, value))
    if name == "csv":
        graph.add((node, DCAT.packageFormat, kind))
    return node


def _publisher(graph: Graph) -> Node:
    from rdflib.namespace import FOAF, RDF

    node = _iri(f"{settings.PUBLIC_URL}/#publisher")
    graph.add((node, RDF.type, FOAF.Agent))
    graph.add((node, FOAF.name, _literal(publisher())))
    return node


def _contact(graph: Graph) -> Node:
    from rdflib.namespace import RDF

    node = _iri(f"{settings.PUBLIC_URL}/#contact")
    graph.add((node, RDF.type, _iri(f"{VCARD}Organization")))
    graph.add((node, _iri(f"{VCARD}fn"), _literal(publisher())))
    if settings.CONTACT:
        graph.add((node, _iri(f"{VCARD}hasEmail"), _iri(f"mailto:{settings.CONTACT}")))
    else:
        graph.add((node, _iri(f"{VCARD}hasURL"), _iri(stable("feedback"))))
    return node


def _period(graph: Graph, told: str) -> Node:
    from rdflib import BNode
    from rdflib.namespace import DCAT, DCTERMS, RDF, XSD

    node, kind = BNode(f"period-{told.replace('/', '-')}"), XSD.date if "/" in told else XSD.gYear
    first, _slash, last = told.partition("/")
    graph.add((node, RDF.type, DCTERMS.PeriodOfTime))
    graph.add((node, DCAT.startDate, _literal(first, kind)))
    graph.add((node, DCAT.endDate, _literal(last or first, kind)))
    return node


def _places(graph: Graph, found: Contents) -> list[Node]:
    """Each municipality or area once, by its official code."""
    from rdflib import BNode
    from rdflib.namespace import DCTERMS, RDF

    nodes: dict[str, Node] = {}
    for row in found.tables["dialogues"]:
        code = row["municipality_code"]
        if not code or code in nodes:
            continue
        nodes[code] = node = BNode(f"place-{code}")
        graph.add((node, RDF.type, DCTERMS.Location))
        graph.add((node, DCTERMS.identifier, _literal(code)))
        for language in LANGUAGES:
            if row[f"municipality_{language}"]:
                name = _words(row[f"municipality_{language}"], language)
                graph.add((node, _iri(f"{LOCN}geographicName"), name))
    return list(nodes.values())


def _graph() -> Graph:
    import rdflib  # slow to import, and needed only for these files
    from rdflib.namespace import DCAT, DCTERMS, FOAF

    graph = rdflib.Graph(bind_namespaces="none")
    known = {"dcat": DCAT, "dct": DCTERMS, "foaf": FOAF, "vcard": VCARD, "locn": LOCN}
    for prefix, space in known.items():
        graph.bind(prefix, space)
    return graph


def _written(graph: Graph, form: str) -> bytes:
    how: dict[str, Any] = {"auto_compact": True, "sort_keys": True} if form == "jsonld" else {}
    written: bytes = graph.serialize(format=WRITTEN[form], encoding="utf-8", **how)
    return written


def _iri(address: str) -> Node:
    from rdflib import URIRef

    return URIRef(address)


def _eu(table: str, code: str) -> Node:
    return _iri(f"{EU}{table}/{code}")


def _literal(value: str, kind: Any = None) -> Node:
    from rdflib import Literal

    return Literal(value, datatype=kind)


def _words(text: str, language: str) -> Node:
    from rdflib import Literal

    return Literal(text, lang=None if language == "und" else language)
