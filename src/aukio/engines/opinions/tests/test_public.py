"""What the engine offers, and what it does not bring along."""

import subprocess
import sys

from aukio.engines import opinions


def test_everything_offered_is_there() -> None:
    assert all(hasattr(opinions, name) for name in opinions.__all__)
    assert len(opinions.__all__) == len(set(opinions.__all__))


def test_importing_brings_neither_pandas_nor_scikit_learn_nor_django() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, aukio.engines.opinions; print(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()

    assert not {"pandas", "sklearn", "scipy", "django"} & set(told)
