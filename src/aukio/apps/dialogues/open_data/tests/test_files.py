"""The files hold the round, in the forms they say they have."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest
import rdflib
import rdflib.compare
from django.urls import reverse
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.open_data.columns import BY_NAME, TABLES
from aukio.apps.dialogues.open_data.terms import TERMS, namespace
from aukio.apps.dialogues.open_data.tests.reading import FORMS, fetch, table, tree, unpacked
from aukio.apps.dialogues.tests.factories import RoundFactory
from aukio.apps.dialogues.tests.pages.scene import scene

VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
# rdflib itself still uses its older class when it reads JSON-LD.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
SCHEMA = rdflib.Namespace("https://schema.org/")
EU = "http://publications.europa.eu/resource/authority/"


def graph_of(content: bytes, form: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=content, format=form)


def test_the_day_of_publication_is_that_of_finland(client, made):
    late = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)  # half past midnight in Finland
    made.round.publications.update(published_at=late)
    found = json.loads(fetch(client, made.round.slug, "jsonld"))
    (about,) = [one for one in found["@graph"] if one["@type"] == "Dataset"]
    assert about["datePublished"] == "2026-03-02"


class TestTables:
    def test_the_package_describes_every_file_it_holds(self, client, made):
        files = unpacked(fetch(client, made.round.slug, "csv"))
        package = json.loads(files["datapackage.json"])

        paths = {one["path"] for one in package["resources"]}
        assert paths == {name for name in files if name.endswith(".csv")}
        assert package["licenses"][0]["name"] == "CC-BY-4.0"
        for one in package["resources"]:
            fields = [field["name"] for field in one["schema"]["fields"]]
            header = next(csv.reader(io.StringIO(files[one["path"]])))
            assert header == fields
            assert set(one["schema"]["primaryKey"]) <= set(fields)
            assert all(field["description"] for field in one["schema"]["fields"])

    def test_every_row_is_of_the_types_that_are_told(self, client, made):
        found = tree(client, made.round.slug)
        kinds = {"integer": int, "string": str, "uri": str, "date": str}
        for one in TABLES:
            for row in found[one.name]:
                assert sorted(row) == sorted(one.header)
                for column in one.columns:
                    value = row[column.name]
                    assert value is None or isinstance(value, kinds[column.type])

    def test_what_a_row_refers_to_is_there(self, client, made):
        found = tree(client, made.round.slug)
        for one in TABLES:
            for column in one.columns:
                if column.refers:
                    ids = {row["id"] for row in found[column.refers]}
                    assert {row[column.name] for row in found[one.name]} - {None} <= ids

    def test_the_key_tells_rows_apart(self, client, made):
        found = tree(client, made.round.slug)
        for one in TABLES:
            keys = [tuple(row[name] for name in one.key) for row in found[one.name]]
            assert len(keys) == len(set(keys))

    def test_csv_is_utf_8_with_crlf(self, client, made):
        text = unpacked(fetch(client, made.round.slug, "csv"))["dialogues.csv"]

        assert not text.startswith("\ufeff")
        assert text.count("\r\n") == len(made.dialogues) + 1

    def test_sentences_lead_to_their_quotes(self, client, made):
        sentence = table(client, made.round.slug, "sentences")[0]
        quotes = table(client, made.round.slug, "quotes")

        assert sentence["text_sv"] == "Många berättade om ensamma kvällar."
        assert [one["sentence"] for one in quotes] == [sentence["id"]] * 2
        assert sentence["status_en"] == "machine"

    def test_the_read_me_speaks_three_languages(self, client, made):
        files = unpacked(fetch(client, made.round.slug, "csv"))

        texts = {files[f"README.{code}.txt"] for code in ("fi", "sv", "en")}
        assert len(texts) == 3
        assert all("CC BY 4.0" in text and "dialogues.csv" in text for text in texts)

    def test_names_of_tables_are_known_once(self):
        assert len(BY_NAME) == len(TABLES)


class TestLinkedData:
    def test_it_says_what_the_round_is_in_the_words_of_schema_org(self, client, made):
        graph = graph_of(fetch(client, made.round.slug, "jsonld"), "json-ld")

        assert len(list(graph.subjects(RDF.type, SCHEMA.Event))) == 3
        assert len(list(graph.subjects(RDF.type, SCHEMA.Quotation))) == 2
        assert len(list(graph.subjects(RDF.type, SCHEMA.DataDownload))) == 3
        dataset = graph.value(predicate=RDF.type, object=SCHEMA.Dataset)
        assert graph.value(dataset, SCHEMA.license) == rdflib.URIRef(
            "https://creativecommons.org/licenses/by/4.0/"
        )

    def test_every_quotation_leads_to_its_dialogue_and_from_its_sentence(self, client, made):
        graph = graph_of(fetch(client, made.round.slug, "jsonld"), "json-ld")
        events = set(graph.subjects(RDF.type, SCHEMA.Event))
        for one in graph.subjects(RDF.type, SCHEMA.Quotation):
            assert graph.value(one, SCHEMA.recordedAt) in events
            assert list(graph.subjects(SCHEMA.citation, one))

    def test_our_own_terms_are_those_the_page_explains(self, client, made):
        text = fetch(client, made.round.slug, "jsonld").decode()
        graph = graph_of(text.encode(), "json-ld")
        used = {str(name) for name in graph.predicates() if str(name).startswith(namespace())}

        assert used
        assert used <= {namespace() + one.name for one in TERMS}


def shapes_broken(graph: rdflib.Graph) -> list[str]:
    """The mandatory properties of DCAT-AP 3.0, and how many of each there may be."""
    rules = {
        DCAT.Catalog: ((DCTERMS.title, 1, 9), (DCTERMS.description, 1, 9),
                       (DCTERMS.publisher, 1, 1), (DCTERMS.license, 0, 1), (FOAF.homepage, 0, 1)),
        DCAT.Dataset: ((DCTERMS.title, 1, 9), (DCTERMS.description, 1, 9),
                       (DCTERMS.publisher, 1, 1), (DCAT.contactPoint, 1, 9),
                       (DCAT.distribution, 1, 9), (DCAT.theme, 1, 9), (DCTERMS.temporal, 1, 9),
                       (DCTERMS.spatial, 1, 99), (DCTERMS.accessRights, 1, 1),
                       (DCTERMS.issued, 1, 1), (DCTERMS.accrualPeriodicity, 0, 1)),
        DCAT.Distribution: ((DCAT.accessURL, 1, 9), (DCTERMS.license, 1, 1),
                            (DCTERMS["format"], 1, 1), (DCAT.mediaType, 1, 1)),
        FOAF.Agent: ((FOAF.name, 1, 9),),
        VCARD.Organization: ((VCARD.fn, 1, 1),),
        DCTERMS.PeriodOfTime: ((DCAT.startDate, 1, 1), (DCAT.endDate, 1, 1)),
    }  # fmt: skip
    return [
        f"{node} {name}"
        for kind, asked in rules.items()
        for node in graph.subjects(RDF.type, kind)
        for name, least, most in asked
        if not least <= len(list(graph.objects(node, name))) <= most
    ]


class TestRecordsForPortals:
    @pytest.mark.parametrize(("form", "read_as"), [("ttl", "turtle"), ("jsonld", "json-ld")])
    def test_the_record_has_what_dcat_ap_asks(self, client, made, form, read_as):
        answer = client.get(reverse("open_data:record", args=[made.round.slug, form]))
        graph = graph_of(answer.content, read_as)

        assert shapes_broken(graph) == []
        assert len(list(graph.subjects(RDF.type, DCAT.Distribution))) == 3
        assert rdflib.URIRef(f"{EU}licence/CC_BY_4_0") in set(graph.objects(None, DCTERMS.license))

    def test_the_catalogue_has_every_published_round(self, client, made):
        actions.correct(by=None, round=made.round, reason="Korjaus")
        RoundFactory()
        answer = client.get(reverse("open_data:catalogue", args=["ttl"]))
        graph = graph_of(answer.content, "turtle")
        catalogue = graph.value(predicate=RDF.type, object=DCAT.Catalog)

        assert shapes_broken(graph) == []
        assert [str(one).split("/")[-2] for one in graph.objects(catalogue, DCAT.dataset)] == [
            made.round.slug
        ]

    def test_sample_rounds_are_not_offered_to_portals(self, client, db):
        made = scene(is_sample=True)
        answer = client.get(reverse("open_data:catalogue", args=["ttl"]))

        assert made.round.slug not in answer.content.decode()

    def test_both_forms_of_the_catalogue_say_the_same(self, client, made):
        forms = {"ttl": "turtle", "jsonld": "json-ld"}
        graphs = [
            graph_of(client.get(reverse("open_data:catalogue", args=[form])).content, read_as)
            for form, read_as in forms.items()
        ]

        assert rdflib.compare.isomorphic(*graphs)

    def test_an_empty_house_has_an_empty_catalogue(self, client, db):
        graph = graph_of(client.get(reverse("open_data:catalogue", args=["ttl"])).content, "turtle")

        assert shapes_broken(graph) == []
        assert not list(graph.subjects(RDF.type, DCAT.Dataset))

    def test_days_are_typed(self, client, made):
        graph = graph_of(
            client.get(reverse("open_data:record", args=[made.round.slug, "ttl"])).content, "turtle"
        )
        period = graph.value(predicate=RDF.type, object=DCTERMS.PeriodOfTime)

        assert graph.value(period, DCAT.startDate).datatype == XSD.date

    def test_downloads_are_at_the_addresses_that_are_told(self, client, made):
        answer = client.get(reverse("open_data:record", args=[made.round.slug, "ttl"]))
        for address in graph_of(answer.content, "turtle").objects(None, DCAT.downloadURL):
            path = "/" + str(address).split("/", 3)[3]
            assert client.get(path).status_code == 200


class TestAnswersToMachines:
    @pytest.mark.parametrize("form", FORMS)
    def test_the_same_content_is_not_sent_twice(self, client, made, form):
        address = reverse("open_data:newest", args=[made.round.slug, form])
        first = client.get(address)

        again = client.get(address, headers={"If-None-Match": first["ETag"]})

        assert again.status_code == 304
        assert first["Access-Control-Allow-Origin"] == "*"
        assert f"{made.round.slug}-v1." in first["Content-Disposition"]

    def test_a_withdrawn_word_is_a_change(self, client, made):
        address = reverse("open_data:newest", args=[made.round.slug, "csv"])
        before = client.get(address)["ETag"]
        actions.set_permission(by=None, record_=made.records[0], permission="none")

        assert client.get(address, headers={"If-None-Match": before}).status_code == 200

    def test_earlier_versions_stay_at_their_addresses(self, client, made):
        actions.correct(by=None, round=made.round, reason="Korjaus")

        first = json.loads(fetch(client, made.round.slug, "json", 1))
        assert first["version"] == 1
        assert tree(client, made.round.slug)["version"] == 2
