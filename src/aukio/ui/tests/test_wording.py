"""Under fields where people write there is a quiet way to check the wording."""

from __future__ import annotations

from django import forms
from django.utils.translation import override

from aukio.ui.components.fields import field


class Writing(forms.Form):
    text_fi = forms.CharField(label="Lause", widget=forms.Textarea)
    code = forms.CharField(widget=forms.Textarea(attrs={"data-wording": "no"}))
    name = forms.CharField()


def test_a_field_of_several_lines_offers_to_check_its_wording():
    with override("fi"):
        written = str(field(Writing()["text_fi"]))

    assert 'hx-post="/fi/wording/beside/"' in written
    assert 'href="/fi/wording/"' in written
    assert 'hx-params="csrfmiddlewaretoken,wording-field,text_fi"' in written
    assert 'id="id_text_fi-wording"' in written
    assert "Tarkista kieli" in written


def test_a_field_may_decline_and_a_line_is_never_asked():
    for name in ("code", "name"):
        assert "wording" not in str(field(Writing()[name]))


def test_without_the_room_there_is_no_offer(settings):
    settings.ROOT_URLCONF = "aukio.shared.jobs.urls"

    assert "wording/" not in str(field(Writing()["text_fi"]))
