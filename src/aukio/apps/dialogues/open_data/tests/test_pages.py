"""The pages of open data: for anyone, of what is published."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from django.urls import reverse
from django.utils import translation

from aukio.apps.dialogues import command
from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.open_data.columns import TABLES
from aukio.apps.dialogues.tests.factories import RoundFactory, core_group
from aukio.apps.dialogues.tests.pages.scene import scene

OF_ROUND = ("open_data:round",)
FILES = (
    ("open_data:newest", "csv"),
    ("open_data:newest", "json"),
    ("open_data:newest", "jsonld"),
    ("open_data:record", "ttl"),
    ("open_data:record", "jsonld"),
)


def addresses(slug: str) -> list[str]:
    return [
        reverse("open_data:round", args=[slug]),
        *(reverse(route, args=[slug, form]) for route, form in FILES),
        reverse("open_data:version", args=[slug, 1, "csv"]),
    ]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_opens_for_anyone_in_every_language(client, made, language):
    with translation.override(language):
        here = [*addresses(made.round.slug), reverse("open_data:all"), reverse("open_data:terms")]
    for address in here:
        assert client.get(address).status_code == 200, address


def test_pages_are_only_read(client, made):
    for address in [*addresses(made.round.slug), reverse("open_data:all")]:
        assert client.post(address).status_code == 405


def test_a_round_without_a_summary_has_no_data(client, db):
    for address in addresses(RoundFactory(status=RoundStatus.OPEN).slug):
        assert client.get(address).status_code == 404


def test_a_round_being_planned_is_not_there_even_if_something_was_published(client, made):
    Round.objects.filter(pk=made.round.pk).update(status=RoundStatus.PLANNED)

    for address in addresses(made.round.slug):
        assert client.get(address).status_code == 404
    assert made.round.slug not in client.get(reverse("open_data:all")).content.decode()
    catalogue = client.get(reverse("open_data:catalogue", args=["ttl"])).content.decode()
    assert made.round.slug not in catalogue


@pytest.mark.parametrize("form", ["xml", "..", "CSV"])
def test_there_is_no_other_form(client, made, form):
    slug = made.round.slug
    for address in (
        f"/fi/dialogues/open-data/round/{slug}/newest/{form}/",
        f"/fi/dialogues/open-data/round/{slug}/v1/{form}/",
        f"/fi/dialogues/open-data/round/{slug}/dcat.{form}",
        f"/fi/dialogues/open-data/catalogue.{form}",
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("version", [0, 2, 10**12])
def test_a_version_that_is_not_there_is_not_found(client, made, version):
    address = reverse("open_data:version", args=[made.round.slug, version, "csv"])

    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("in_english")
def test_the_page_tells_what_the_files_hold(client, made):
    text = client.get(reverse("open_data:round", args=[made.round.slug])).content.decode()

    assert "CC BY 4.0" in text
    assert "How to cite" in text
    assert 'rel="alternate" type="text/turtle"' in text
    for table in TABLES:
        assert str(table.title) in text


def test_the_round_leads_to_its_data(client, made):
    page = client.get(reverse("dialogues:round", args=[made.round.slug])).content.decode()
    without = scene(published=False)

    assert reverse("open_data:round", args=[made.round.slug]) in page
    empty = client.get(reverse("dialogues:round", args=[without.round.slug])).content.decode()
    assert reverse("open_data:round", args=[without.round.slug]) not in empty


def test_a_round_cannot_take_the_wings_address(client, db):
    client.force_login(core_group())
    sent = {"slug": "open-data", "title_fi": "X", "season": "autumn", "year": "2026"}

    client.post(reverse("dialogues:round-new"), sent)

    assert not Round.objects.filter(slug="open-data").exists()


@pytest.mark.parametrize("route", ["round", "newest"])
def test_asks_the_same_number_of_questions_at_any_size(
    client, db, django_assert_max_num_queries, route
):
    parts = ("json",) if route == "newest" else ()
    for more in (0, 12):
        made = scene(more=more)
        with django_assert_max_num_queries(45):
            client.get(reverse(f"open_data:{route}", args=[made.round.slug, *parts]))


@pytest.mark.usefixtures("in_english")
class TestCommand:
    def run(self, *arguments: str):
        return CliRunner().invoke(command.group, ["open-data", *arguments])

    @pytest.mark.parametrize("form", ["csv", "json", "jsonld", "dcat"])
    def test_writes_a_file(self, made, tmp_path, form):
        out = tmp_path / "data"
        done = self.run(made.round.slug, "--format", form, "-o", str(out))

        assert done.exit_code == 0
        assert out.stat().st_size > 100

    def test_says_when_nothing_is_published(self, db, tmp_path):
        done = self.run("no-such", "--format", "csv", "-o", str(tmp_path / "data"))

        assert done.exit_code == 2
        assert "no-such" in done.output
        assert not (tmp_path / "data").exists()

    def test_says_when_the_file_cannot_be_written(self, made, tmp_path):
        out = tmp_path / "no" / "folder"
        done = self.run(made.round.slug, "--format", "csv", "-o", str(out))

        assert done.exit_code == 2
        assert "cannot be written" in done.output
