"""Settings of the test suite: the real ones, with a data folder of its own and quick hashing."""

import os
import tempfile

_folder = tempfile.mkdtemp(prefix="aukio-test-")
os.environ["AUKIO_DATA_DIR"] = _folder
os.environ["AUKIO_MODE"] = "development"
os.environ["AUKIO_SAMPLE"] = ""

from aukio.project.settings import *  # noqa: E402, F403
from aukio.project.settings import DATA_DIR, DATABASES  # noqa: E402

# A file, not memory: threads and the browser's live server must see the same rows.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    # The suite may lose its database in a power cut; nobody else's rows are in it.
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON;"
    )
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
