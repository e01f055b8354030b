"""Files of terms: what is understood, and what is said of what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.terms.faults import FileFault
from aukio.shared.terms.reading import read
from aukio.shared.terms.tests.factories import vocabulary_file


def faults(path: Path):
    with pytest.raises(FileFault) as caught:
        read(path)
    return caught.value.faults


def faults_if_any(path: Path):
    try:
        read(path)
    except FileFault as fault:
        return fault.faults
    return ()


class TestUnderstands:
    def test_a_list_named_after_its_file(self, tmp_path: Path):
        [found] = read(vocabulary_file(tmp_path))

        assert found.code == "dialogue-modes"

    def test_the_labels_in_three_languages(self, tmp_path: Path):
        [found] = read(vocabulary_file(tmp_path))

        assert found.terms[0].labels == {
            "fi": "Kasvokkain",
            "sv": "Ansikte mot ansikte",
            "en": "Face to face",
        }

    def test_the_note(self, tmp_path: Path):
        [found] = read(vocabulary_file(tmp_path))

        assert found.terms[1].note == "By video."

    def test_a_mapping_with_its_own_id_and_label(self, tmp_path: Path):
        text = "id: modes\nlabel: {fi: Tavat}\nterms:\n- {code: a, label: {fi: A}}\n"

        [found] = read(vocabulary_file(tmp_path, text))

        assert (found.code, found.labels["fi"]) == ("modes", "Tavat")

    def test_a_code_with_a_leading_zero_as_text(self, tmp_path: Path):
        [found] = read(vocabulary_file(tmp_path, "- {code: 05, label: {fi: Viisi}}\n"))

        assert found.terms[0].code == "05"

    def test_the_code_no_as_text_and_not_as_false(self, tmp_path: Path):
        [found] = read(vocabulary_file(tmp_path, "- {code: no, label: {fi: Ei}}\n"))

        assert found.terms[0].code == "no"

    def test_one_label_alone_as_finnish(self, tmp_path: Path):
        [found] = read(vocabulary_file(tmp_path, "- {code: a, label: Alku}\n"))

        assert found.terms[0].labels == {"fi": "Alku", "sv": "", "en": ""}

    def test_every_yaml_file_of_a_folder_in_order(self, tmp_path: Path):
        vocabulary_file(tmp_path, name="b")
        vocabulary_file(tmp_path, name="a")
        (tmp_path / "README.md").write_text("not a vocabulary")

        assert [one.code for one in read(tmp_path)] == ["a", "b"]

    def test_keys_of_other_readers_by_passing_them_over(self, tmp_path: Path):
        text = "- {code: 0-17, label: {fi: Alle 18}, from: 0, to: 17}\n"

        [found] = read(vocabulary_file(tmp_path, text))

        assert found.terms[0].code == "0-17"

    def test_a_byte_order_mark(self, tmp_path: Path):
        path = tmp_path / "modes.yaml"
        path.write_text("- {code: a, label: {fi: A}}\n", encoding="utf-8-sig")

        assert read(path)[0].terms[0].code == "a"


class TestRefuses:
    def test_a_file_that_is_not_there(self, tmp_path: Path):
        [fault] = faults(tmp_path / "none.yaml")

        assert fault.file == "none.yaml"

    def test_a_folder_without_vocabularies(self, tmp_path: Path):
        [fault] = faults(tmp_path)

        assert ".yaml" in fault.mend

    def test_text_that_is_not_utf8(self, tmp_path: Path):
        path = tmp_path / "modes.yaml"
        path.write_bytes("- {code: a, label: {fi: Ä}}".encode("latin-1"))

        assert "UTF-8" in faults(path)[0].what

    def test_broken_yaml_with_its_row(self, tmp_path: Path):
        [fault] = faults(vocabulary_file(tmp_path, "- code: a\n  label: {fi: A\n"))

        assert fault.row is not None

    def test_an_empty_file(self, tmp_path: Path):
        assert len(faults(vocabulary_file(tmp_path, ""))) == 1

    @pytest.mark.parametrize("text", ["just words", "{a: b}", "terms: []", "terms: x", "- a", "3"])
    def test_what_is_no_list_of_terms(self, tmp_path: Path, text: str):
        assert faults(vocabulary_file(tmp_path, text))

    def test_a_term_without_a_code_with_its_row_and_column(self, tmp_path: Path):
        text = "- {code: a, label: {fi: A}}\n- {label: {fi: B}}\n"

        [fault] = faults(vocabulary_file(tmp_path, text))

        assert (fault.row, fault.column) == (2, "code")

    def test_a_code_given_twice(self, tmp_path: Path):
        text = "- {code: a, label: {fi: A}}\n- {code: a, label: {fi: B}}\n"

        [fault] = faults(vocabulary_file(tmp_path, text))

        assert fault.row == 2

    def test_a_term_without_a_finnish_label(self, tmp_path: Path):
        [fault] = faults(vocabulary_file(tmp_path, "- {code: a, label: {sv: A}}\n"))

        assert fault.column == "label"

    def test_a_label_longer_than_fits(self, tmp_path: Path):
        text = f"- {{code: a, label: {{fi: A, sv: {'x' * 201}}}}}\n"

        [fault] = faults(vocabulary_file(tmp_path, text))

        assert fault.column == "label.sv"

    def test_a_name_that_is_no_code(self, tmp_path: Path):
        [fault] = faults(vocabulary_file(tmp_path, name="two words"))

        assert fault.column == "code"

    def test_several_files_telling_every_fault_at_once(self, tmp_path: Path):
        vocabulary_file(tmp_path, "- {code: a}\n", name="one")
        vocabulary_file(tmp_path, "- {label: {fi: B}}\n", name="two")

        assert {fault.file for fault in faults(tmp_path)} == {"one.yaml", "two.yaml"}

    def test_a_file_too_large_to_be_right(self, tmp_path: Path):
        path = tmp_path / "large.yaml"
        path.write_bytes(b"#" * (2 * 1024 * 1024 + 1))

        assert "2 M" in faults(path)[0].what

    def test_a_python_object_hidden_in_yaml(self, tmp_path: Path):
        text = "- !!python/object/apply:os.getcwd []\n"

        assert faults(vocabulary_file(tmp_path, text))


@given(st.text(max_size=300) | st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_content_is_either_read_or_explained(tmp_path: Path, content: str | bytes):
    path = tmp_path / "any.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))

    assert all(fault.what and fault.mend for fault in faults_if_any(path))
