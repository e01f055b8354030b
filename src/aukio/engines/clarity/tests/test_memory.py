"""What deep checks hold in memory: word lists as shared files, and no tables nobody reads."""

from __future__ import annotations

import subprocess
import sys

import pytest

from aukio.engines.clarity import LANGUAGES, available
from aukio.engines.clarity._structures._means import parser
from aukio.engines.text import prepare

MOST_MEBIBYTES = 600
PROGRAM = """
from aukio.engines.clarity import Request, check, read_document
from simplemma.strategies.dictionaries import DefaultDictionaryFactory
def read_whole(factory, language):
    raise MemoryError("The whole list of " + language + " is read into memory.")
DefaultDictionaryFactory._get_dictionary_uncached = read_whole
for language, text in (
    ("fi", "Hakemukseen liitettävät toimeentulotukihakemuslomakkeet käsitellään. "),
    ("sv", "Ansökan behandlas av arbetsmarknadsstödsmyndigheten. "),
    ("en", "The application is handled by the office. "),
):
    check(read_document(text * 50), Request(language=language, deep=True))
status = dict(line.split(":", 1) for line in open("/proc/self/status") if ":" in line)
print(int(status["VmRSS"].split()[0]) >> 10)
"""

needs_models = pytest.mark.skipif(
    not available("fi").syntax or not available("en").syntax, reason="spaCy models missing"
)


@needs_models
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_deep_checks_in_three_languages_share_the_word_lists():
    prepare(LANGUAGES)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) < MOST_MEBIBYTES


@needs_models
def test_probabilities_of_words_are_not_loaded_but_norms_are():
    finnish, english = parser("fi"), parser("en")
    assert finnish is not None
    assert english is not None
    assert not finnish.vocab.lookups.has_table("lexeme_prob")
    assert english.vocab.lookups.has_table("lexeme_norm")
