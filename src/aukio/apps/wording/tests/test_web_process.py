"""What answers pages holds no language model: those are the worker's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[5]
MOST_MEBIBYTES = 250
MODELS = ("spacy", "py3langid", "langid", "thinc", "torch", "onnxruntime")
PROGRAM = """
import json, resource, sys
import django
django.setup()
from django.test import Client
client = Client(headers={"host": "localhost"})
text = ("Hakemukseen on liitettävä palkkatodistus. Mikäli haluat, vastaa ko. asiaan 24/7. " * 50)
for language, words in (("fi", text), ("sv", "Du ska bifoga ett intyg om det behövs. " * 50),
                        ("en", "You must enclose a pay slip if it is needed by us. " * 50)):
    form = {"text": words, "profile": "official", "language": "auto"}
    for way in ("live/", "plainer/", "export/docx/"):
        assert client.post(f"/{language}/wording/{way}", form).status_code == 200, way
    quick = client.post(f"/{language}/wording/", {**form, "way": "quick"})
    assert quick.status_code == 200
    beside = {"text": words, "wording-field": "text"}
    assert client.post(f"/{language}/wording/beside/", beside).status_code == 200
    answer = client.post("/api/v1/wording/check", json.dumps({"text": words}),
                         content_type="application/json")
    assert answer.json()["language"] == language
    assert client.get(f"/{language}/wording/rules/").status_code == 200
print(json.dumps({
    "modules": [name for name in sys.argv[1:] if name in sys.modules],
    "mebibytes": int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() >> 20,
}))
"""


def test_checking_on_pages_loads_no_model_and_stays_small():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *MODELS],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", ".", *sys.path])},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found = json.loads(done.stdout.splitlines()[-1])

    assert found["modules"] == []
    assert found["mebibytes"] < MOST_MEBIBYTES
