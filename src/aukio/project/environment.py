"""Every setting Aukio reads from the environment, in one table.

The table is what `docs/operations.md` documents; a test fails when one is missing there.
A secret may instead be given as a file: ``NAME_FILE=/run/secrets/name``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


class SettingFault(Exception):
    """A setting is missing or unusable; the message says which and how to mend it."""


@dataclass(frozen=True)
class Setting:
    name: str
    default: str
    meaning: str
    secret: bool = False

    def text(self) -> str:
        """The value from the environment, from ``NAME_FILE``, or the default."""
        path = os.environ.get(f"{self.name}_FILE")
        if path:
            try:
                return Path(path).read_text(encoding="utf-8").strip()
            except OSError as error:
                raise SettingFault(
                    f"{self.name}_FILE names {path}, which cannot be read: {error.strerror}. "
                    f"Check the path and its permissions."
                ) from error
        return os.environ.get(self.name, self.default)

    def flag(self) -> bool:
        return self.text().lower() in {"1", "true", "yes", "on"}

    def number(self) -> int:
        try:
            return int(self.text())
        except ValueError as error:
            raise SettingFault(
                f"{self.name} must be a whole number, not {self.text()!r}."
            ) from error

    def words(self) -> list[str]:
        lines = self.text().replace("\n", ",")
        return [word.strip() for word in lines.split(",") if word.strip()]


MODE = Setting("AUKIO_MODE", "development", "`development` or `production`.")
SECRET_KEY = Setting("SECRET_KEY", "", "Signs sessions and links; required in production.", True)
SECRET_KEY_PREVIOUS = Setting(
    "SECRET_KEY_PREVIOUS",
    "",
    "The key before the present one: keeps what it sealed readable after a change of key.",
    True,
)
DATABASE_URL = Setting(
    "DATABASE_URL", "", "`postgres://…`; empty means SQLite in the data folder.", True
)
DATA_DIR = Setting("AUKIO_DATA_DIR", "var", "Folder for the database and uploaded files.")
CACHE_DIR = Setting(
    "AUKIO_CACHE_DIR",
    "",
    "Folder for word lists made from the packages; empty means the user's own cache folder.",
)
USER_AGENT = Setting(
    "AUKIO_USER_AGENT",
    "",
    "How `aukio wording crawl` names itself to web servers, with a contact address; "
    "empty means its own name.",
)
LANGUAGE_MODEL_URL = Setting(
    "AUKIO_LANGUAGE_MODEL_URL",
    "",
    "Address of a language model that speaks the OpenAI-compatible protocol, such as "
    "`https://model.example/v1`; empty: no model is asked.",
)
LANGUAGE_MODEL_NAME = Setting("AUKIO_LANGUAGE_MODEL_NAME", "", "The model's name there.")
LANGUAGE_MODEL_KEY = Setting("AUKIO_LANGUAGE_MODEL_KEY", "", "Its key, if it wants one.", True)
LOCAL_SITES = Setting(
    "AUKIO_LOCAL_SITES",
    "",
    "`yes` lets editors of wording read sites on private and loopback addresses, such as an "
    "intranet. Link-local addresses are refused all the same.",
)
PUBLIC_URL = Setting(
    "AUKIO_PUBLIC_URL",
    "",
    "Address people use, such as `https://aukio.example`; for links in mail.",
)
PORT = Setting("PORT", "8000", "Port of `make run`, on the loopback address.")
ALLOWED_HOSTS = Setting("ALLOWED_HOSTS", "", "Host names served, separated by commas.")
EMAIL_URL = Setting(
    "EMAIL_URL",
    "consolemail://",
    "`smtp://user:password@host:587?tls=True`; the default prints mail to the console.",
    True,
)
MAIL_FROM = Setting("AUKIO_MAIL_FROM", "Aukio <aukio@localhost>", "Sender of mail.")
OIDC_SERVER_URL = Setting(
    "OIDC_SERVER_URL", "", "OpenID Connect issuer for staff sign-in; empty turns it off."
)
OIDC_CLIENT_ID = Setting("OIDC_CLIENT_ID", "", "Client id at the issuer.")
OIDC_CLIENT_SECRET = Setting("OIDC_CLIENT_SECRET", "", "Client secret at the issuer.", True)
OIDC_NAME = Setting("OIDC_NAME", "OpenID Connect", "Name of the issuer on the sign-in page.")
AUTHORITY = Setting(
    "AUKIO_AUTHORITY", "", "Authority responsible for the service, for the accessibility statement."
)
CONTACT = Setting("AUKIO_CONTACT", "", "E-mail address for feedback on the service.")
NAMES = Setting(
    "AUKIO_NAMES",
    "",
    "First and family names looked for in records and texts beside the built-in lists, separated "
    "by commas or lines; for a longer list give a file: `AUKIO_NAMES_FILE`.",
)
ORIGINALS_DAYS = Setting(
    "AUKIO_ORIGINALS_DAYS",
    "30",
    "Days after a round's publication until words hidden in its records are destroyed.",
)
SAMPLE = Setting(
    "AUKIO_SAMPLE",
    "",
    "`yes` shows the sample people on the sign-in page. Only works in development mode.",
)
LOG_LEVEL = Setting("AUKIO_LOG_LEVEL", "INFO", "How much the log tells.")

ALL_SETTINGS = tuple(value for value in list(globals().values()) if isinstance(value, Setting))
