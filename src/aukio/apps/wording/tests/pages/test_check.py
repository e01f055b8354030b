"""The check page: quick and thorough, live findings, sure replacements, texts from tools."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from aukio.apps.wording.models import KeptText
from aukio.apps.wording.tests.conftest import signed_in
from aukio.apps.wording.tests.factories import CLEAR, HARD, colleague, docx_file, term
from aukio.shared.organisations.tests.factories import organisation

pytestmark = pytest.mark.django_db
TEXT = {"text": HARD, "profile": "official", "language": "auto"}


def send(client: Client, where: str = "check", **more):
    return client.post(reverse(f"wording:{where}"), {**TEXT, **more})


def words_of(answer) -> str:
    """The page's words without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


class TestOpening:
    def test_a_visitor_sees_an_empty_form(self, client):
        answer = client.get(reverse("wording:check"))

        assert answer.status_code == 200
        assert "What lowers the score" not in words_of(answer)

    def test_a_link_may_say_the_profile_and_language_but_not_the_text(self, client):
        where = reverse("wording:check")
        page = client.get(f"{where}?profile=easy&language=sv&text=Hemligt").content.decode()

        assert re.search(r'value="easy"[^>]*checked', page)
        assert "Hemligt" not in page.split("<main")[1]

    def test_a_profile_nobody_knows_is_passed_over(self, client):
        assert client.get(reverse("wording:check") + "?profile=x&language=x").status_code == 200


class TestQuick:
    def test_findings_are_shown_and_nothing_is_stored(self, client):
        answer = send(client, way="quick")

        assert answer.status_code == 200
        assert "Officialese: Mikäli" in words_of(answer)
        assert not KeptText.objects.exists()
        assert "no-store" in answer["Cache-Control"]

    def test_headings_and_lists_of_the_text_are_kept(self, client):
        page = send(client, way="quick").content.decode()

        assert re.search(r"<h3[^>]*>.*Hakemuksen käsittely.*</h3>", page)
        assert "<li>Yksi asia</li>" in page

    def test_every_finding_has_a_number_in_the_text_that_leads_to_it_and_back(self, client):
        page = send(client, way="quick").content.decode()
        marks = set(re.findall(r'id="mark-(\d+)"', page))

        assert len(marks) >= 4
        assert marks == set(re.findall(r'href="#mark-(\d+)"', page))
        assert marks == set(re.findall(r'id="finding-(\d+)"', page))

    def test_a_text_without_findings_says_so(self, client):
        assert "The machine found nothing to mend" in words_of(
            send(client, text=CLEAR, way="quick")
        )

    def test_markup_in_a_text_is_only_text(self, client):
        page = send(client, text="Tämä on <script>alert(1)</script> teksti.", way="quick")

        assert "<script>alert" not in page.content.decode()

    def test_the_goal_may_be_set(self, client):
        assert "Below the goal of 99" in words_of(send(client, way="quick", goal="99"))

    def test_a_members_glossary_is_used(self):
        house = organisation()
        term(house, "tuki", forbidden=["palkkatodistus"])
        member = signed_in(colleague(house))

        answer = send(member, way="quick", organisation=house.pk)

        assert "The glossary says tuki instead of palkkatodistus" in words_of(answer)

    def test_a_glossary_of_others_cannot_be_chosen(self):
        member = signed_in(colleague())

        assert send(member, way="quick", organisation=organisation().pk).status_code == 400


class TestThorough:
    def test_it_leads_to_a_page_of_its_own_with_a_job_for_the_worker(self, client):
        answer = send(client)

        row = KeptText.objects.get()
        assert answer.status_code == 302
        assert "/wording/texts/" in answer["Location"]
        assert row.job is not None
        assert "palkkatodistus" not in row.sealed_content + row.sealed_report + row.sealed_asked

    def test_a_word_document_is_read(self, client):
        upload = SimpleUploadedFile("päätös.docx", docx_file("Mikäli haluat, vastaa."))

        answer = send(client, text="", file=upload)
        page = client.get(answer["Location"])

        assert answer.status_code == 302
        assert "päätös.docx" in words_of(page)
        assert "Officialese: Mikäli" in words_of(page)


class TestBadInput:
    def refused(self, client, said: str, **more):
        answer = send(client, **more)

        assert answer.status_code == 400
        assert said in words_of(answer)
        assert not KeptText.objects.exists()

    def test_nothing_at_all(self, client):
        self.refused(client, "Write or paste a text", text="  ")

    def test_no_words(self, client):
        self.refused(client, "There are no words to check", text="123 456")

    def test_an_empty_file(self, client):
        self.refused(client, "The file is empty", text="", file=SimpleUploadedFile("a.txt", b""))

    def test_a_binary_file(self, client):
        upload = SimpleUploadedFile("a.txt", b"\x7fELF\0\0\0\x01" * 50)
        self.refused(client, "No text could be read", text="", file=upload)

    def test_a_file_of_another_kind(self, client):
        upload = SimpleUploadedFile("a.xlsx", b"PK\x03\x04")
        self.refused(client, "Files of this kind cannot be checked", text="", file=upload)

    def test_a_word_document_that_is_none(self, client):
        upload = SimpleUploadedFile("a.docx", b"not a zip")
        self.refused(client, "No text could be read", text="", file=upload)

    def test_a_file_of_fifty_megabytes(self, client):
        upload = SimpleUploadedFile("a.txt", b"sana " * 10_000_000)
        self.refused(client, "The file is too large: 47 MB", text="", file=upload)

    def test_a_text_that_is_too_long(self, client):
        self.refused(client, "The text is too long: 280,000", text="Tämä on sana. " * 20_000)

    def test_another_language(self, client):
        text = "Der Antrag wird von der Behörde geprüft und dem Antragsteller zugestellt. " * 4
        self.refused(client, "The language of the text was not recognised", text=text)

    def test_a_language_nobody_knows(self, client):
        self.refused(client, "Select a valid choice", language="xx")

    def test_a_series_that_is_no_number(self, client):
        self.refused(client, "", series="x")

    def test_too_many_from_one_place(self, client, monkeypatch):
        monkeypatch.setattr("aukio.shared.accounts.limits.Limit.take", lambda *_: False)

        assert send(client).status_code == 429


class TestLive:
    def test_findings_come_as_a_part_of_the_page(self, client):
        answer = send(client, "live")

        assert answer.status_code == 200
        assert "<html" not in answer.content.decode()
        assert "Officialese: Mikäli" in words_of(answer)
        assert not KeptText.objects.exists()

    def test_an_empty_field_shows_nothing(self, client):
        assert send(client, "live", text=" ").content.strip() == b""

    def test_what_is_wrong_is_told_in_its_place(self, client):
        assert "no words" in words_of(send(client, "live", text="123"))

    def test_it_is_only_sent(self, client):
        assert client.get(reverse("wording:live")).status_code == 405


class TestPlainer:
    def test_sure_replacements_are_put_into_the_field(self, client):
        page = send(client, "plainer").content.decode()
        field = page.split("<textarea")[1].split("</textarea>")[0]

        assert "Jos hakija" in field
        assert "Mikäli" not in field
        assert "1.2.2027" in field

    def test_it_is_only_sent(self, client):
        assert client.get(reverse("wording:plainer")).status_code == 405

    def test_without_a_text_it_is_refused(self, client):
        assert send(client, "plainer", text="").status_code == 400


class TestReceiving:
    def test_a_text_from_another_site_is_in_the_field_and_nothing_is_stored(self):
        strict = Client(enforce_csrf_checks=True)
        answer = strict.post(reverse("wording:receive"), {"text": "Mikäli <b>haluat</b>"})

        assert answer.status_code == 200
        assert "Mikäli &lt;b&gt;haluat" in answer.content.decode()
        assert not KeptText.objects.exists()

    def test_it_is_only_sent(self, client):
        assert client.get(reverse("wording:receive")).status_code == 405

    def test_nothing_sent_is_an_empty_field(self, client):
        assert client.post(reverse("wording:receive")).status_code == 200

    def test_checking_itself_needs_the_token_against_forgery(self):
        strict = Client(enforce_csrf_checks=True)

        assert strict.post(reverse("wording:check"), TEXT).status_code == 403
