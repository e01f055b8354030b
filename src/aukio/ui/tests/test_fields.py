"""A Django form field becomes a whole component: label, hint, error, right control."""

from __future__ import annotations

import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext_lazy
from lxml import html

from aukio.ui.components import fields
from aukio.ui.dates import DateField


class Form(forms.Form):
    name = forms.CharField(label="Name", help_text="In full", required=False)
    email = forms.EmailField(label="E-mail")
    people = forms.IntegerField(label="People", min_value=1)
    words = forms.CharField(label="Words", widget=forms.Textarea(attrs={"rows": 9}))
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    kind = forms.ChoiceField(
        label="Kind", choices=[("", "Choose"), ("Groups", [("a", "First"), ("b", "Second")])]
    )
    way = forms.ChoiceField(
        label="Way", choices=[("a", "First"), ("b", "Second")], widget=forms.RadioSelect
    )
    some = forms.MultipleChoiceField(
        label="Some", choices=[("a", "First"), ("b", "Second")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="I agree", help_text="You may change your mind")
    day = DateField(label="Day")
    file = forms.FileField(label="Record")
    page = forms.CharField(widget=forms.HiddenInput, initial="/fi/")


def drawn(name: str, form: forms.Form | None = None) -> html.HtmlElement:
    return html.fragment_fromstring(str(fields.field((form or Form())[name])), create_parent="div")


def control(name: str, form: forms.Form | None = None) -> html.HtmlElement:
    return drawn(name, form).xpath(".//input | .//textarea | .//select")[0]


def test_the_label_leads_to_its_control():
    tree = drawn("name")

    assert tree.xpath("string(.//label)") == "Name"
    assert tree.find(".//label").get("for") == tree.find(".//input").get("id") == "id_name"


def test_the_hint_is_told_with_the_control():
    tree = drawn("name")

    hint = tree.get_element_by_id("id_name-hint")
    assert hint.text == "In full"
    assert tree.find(".//input").get("aria-describedby") == "id_name-hint"


def test_an_error_stands_beside_its_control_and_is_told_with_it():
    tree = drawn("email", Form({"email": "not an address"}))

    box = tree.find(".//input")
    assert box.get("aria-describedby") == "id_email-error"
    assert box.get("aria-invalid") == "true"
    assert box.get("value") == "not an address"
    assert "govuk-form-group--error" in tree.find("div").get("class")


@pytest.mark.parametrize(
    ("name", "filled"), [("email", "email"), ("name", "name"), ("password", "current-password")]
)
def test_what_the_browser_may_fill_in(name: str, filled: str):
    assert control(name).get("autocomplete") == filled


def test_a_number_is_typed_as_text_with_number_keys():
    box = control("people")

    assert (box.get("type"), box.get("inputmode")) == ("text", "numeric")
    assert box.get("min") is None


def test_a_needed_field_says_so_without_the_browser_s_own_message():
    assert control("email").get("aria-required") == "true"
    assert control("email").get("required") is None
    assert control("name").get("aria-required") is None


def test_a_text_area_has_its_rows_and_its_text():
    box = control("words", Form({"words": "<b>bold</b>"}))

    assert box.get("rows") == "9"
    assert box.text == "<b>bold</b>"


def test_a_password_is_never_written_back():
    assert control("password", Form({"password": "secret words"})).get("value") is None


def test_a_list_opens_out_its_groups_and_keeps_what_was_chosen():
    options = drawn("kind", Form({"kind": "b"})).findall(".//option")

    assert [option.get("value") for option in options] == ["", "a", "b"]
    assert [option.get("value") for option in options if "selected" in option.attrib] == ["b"]


@pytest.mark.parametrize(("name", "kind"), [("way", "radio"), ("some", "checkbox")])
def test_choices_stand_in_a_fieldset_named_by_the_label(name: str, kind: str):
    tree = drawn(name, Form({"way": "b", "some": ["b"]}))

    boxes = tree.findall(".//input")
    assert tree.find(".//legend").text == name.capitalize()
    assert [box.get("type") for box in boxes] == [kind, kind]
    assert [box.get("value") for box in boxes if "checked" in box.attrib] == ["b"]


def test_the_summary_leads_to_the_first_choice():
    form = Form({})
    tree = html.fragment_fromstring(
        "".join(str(fields.field(bound)) for bound in form), create_parent="div"
    )

    targets = [fault.href.lstrip("#") for fault in fields.faults(form)]

    assert targets
    for target in targets:
        assert tree.get_element_by_id(target).tag in {"input", "textarea", "select"}


def test_one_box_to_tick_has_its_label_and_hint():
    tree = drawn("agreed")

    assert tree.find(".//label").text == "I agree"
    assert "change your mind" in tree.text_content()
    assert tree.find(".//legend") is None


def test_a_date_has_three_boxes_with_what_was_typed():
    form = Form({"day-day": "31", "day-month": "2", "day-year": "2027"})

    boxes = drawn("day", form).findall(".//input")

    assert [box.get("name") for box in boxes] == ["day-day", "day-month", "day-year"]
    assert [box.get("value") for box in boxes] == ["31", "2", "2027"]
    assert "real date" in " ".join(form.errors["day"])


@pytest.mark.parametrize(
    "data",
    [
        {"day-day": "3", "day-month": "2", "day-year": "2027"},
        {"day": "3.2.2027"},
        {"day": "2027-02-03"},
    ],
)
def test_a_date_is_read_in_each_way_it_may_be_written(data: dict[str, str]):
    form = Form(data)
    form.is_valid()

    assert form.cleaned_data["day"] == datetime.date(2027, 2, 3)


def test_a_date_already_known_fills_its_boxes():
    form = Form(initial={"day": datetime.date(2027, 2, 3)})

    assert [box.get("value") for box in drawn("day", form).findall(".//input")] == [
        "3",
        "2",
        "2027",
    ]


def test_no_date_at_all_is_missing_not_wrong():
    form = Form({})

    assert form.errors["day"] == ["Enter a date"]


def test_outside_the_components_a_date_is_one_box():
    assert 'value="3.2.2027"' in DateField().widget.render("day", datetime.date(2027, 2, 3))


def test_a_file_and_a_hidden_field_are_written():
    assert control("file").get("type") == "file"
    assert control("page").get("type") == "hidden"


def test_a_label_is_translated_when_it_is_written():
    class Late(forms.Form):
        name = forms.CharField(label=gettext_lazy("Give feedback"))

    with translation.override("sv"):
        assert drawn("name", Late()).find(".//label").text == "Ge respons"


def test_a_label_cannot_become_markup():
    class Evil(forms.Form):
        name = forms.CharField(label="<script>alert(1)</script>", help_text="<i>x</i>")

    assert "<script" not in str(fields.field(Evil()["name"]))


def test_the_tags_write_the_same():
    context = Context({"form": Form({})})
    source = "{% load ui %}{% errors_of form %}{% form_fields form %}{{ form.name|as_field }}"

    written = Template(source).render(context)

    assert written.startswith('<div class="govuk-error-summary"')
    assert written.count('name="email"') == 1
    assert written.count('name="name"') == 2


def test_the_summary_names_the_field_that_was_left_empty():
    said = [fault.text for fault in fields.faults(Form({}))]

    assert "E-mail: This field is required." in said


def test_a_form_without_errors_has_no_summary():
    assert Template("{% load ui %}{% errors_of form %}").render(Context({"form": Form()})) == ""


def test_a_box_of_several_lines_never_cuts_what_is_pasted():
    class Long(forms.Form):
        words = forms.CharField(widget=forms.Textarea, max_length=20)

    assert control("words", Long()).get("maxlength") is None
    assert Long({"words": "x" * 21}).errors
