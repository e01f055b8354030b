"""Django settings: from the environment only, safe on loopback by default."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from aukio.project import environment as given

PACKAGE = Path(__file__).resolve().parent.parent
PRODUCTION = given.MODE.text() == "production"
if given.MODE.text() not in {"development", "production"}:
    raise ImproperlyConfigured("AUKIO_MODE must be `development` or `production`.")

DEBUG = False  # No trace page ever, not in development either: the log has the trace.
DATA_DIR = Path(given.DATA_DIR.text()).resolve()
SECRET_KEY = given.SECRET_KEY.text()
if not SECRET_KEY:
    if PRODUCTION:
        raise ImproperlyConfigured("Production needs SECRET_KEY (or SECRET_KEY_FILE).")
    SECRET_KEY = "for-development-on-loopback-only-" + "0" * 32
SECRET_KEY_FALLBACKS = [key for key in [given.SECRET_KEY_PREVIOUS.text()] if key]
ALLOWED_HOSTS = given.ALLOWED_HOSTS.words() or ["127.0.0.1", "localhost", "[::1]"]
if PRODUCTION and not given.ALLOWED_HOSTS.words():
    raise ImproperlyConfigured("Production needs ALLOWED_HOSTS.")
PUBLIC_URL = given.PUBLIC_URL.text().rstrip("/") or f"http://127.0.0.1:{given.PORT.number()}"
if PRODUCTION and not given.PUBLIC_URL.text().startswith("https://"):
    raise ImproperlyConfigured("Production needs AUKIO_PUBLIC_URL, beginning with https://.")
SAMPLE_PEOPLE = given.SAMPLE.flag() and not PRODUCTION

INSTALLED_APPS = [
    "modeltranslation",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    # Before allauth: their templates and words go before its own.
    "aukio.ui",
    "aukio.shared.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "rules",
    "aukio.shared.i18n",
    "aukio.shared.areas",
    "aukio.shared.terms",
    "aukio.shared.organisations",
    "aukio.shared.audit",
    "aukio.shared.jobs",
    "aukio.shared.mail",
    "aukio.shared.files",
    "aukio.shared.search",
    "aukio.shared.indicators",
    "aukio.shared.api",
    "aukio.apps.plan",
    "aukio.apps.plan.cocreation",
    "aukio.apps.dialogues",
    "aukio.apps.dialogues.organising",
    "aukio.apps.dialogues.recording",
    "aukio.apps.dialogues.coding",
    "aukio.apps.dialogues.checking",
    "aukio.apps.dialogues.impact",
    "aukio.apps.dialogues.foresight",
    "aukio.apps.dialogues.opinions",
    "aukio.apps.dialogues.open_data",
    "aukio.apps.wording",
]
# A room is in the house once it has its `apps.py`: nobody walks into an empty room.
INSTALLED_APPS = [
    name
    for name in INSTALLED_APPS
    if not name.startswith("aukio.")
    or (PACKAGE.parent / name.replace(".", "/") / "apps.py").is_file()
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "aukio.ui.middleware.NoNul",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "aukio.project.urls"
WSGI_APPLICATION = "aukio.project.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- data ---------------------------------------------------------------------------------
env = environ.Env()
if given.DATABASE_URL.text():
    DATABASES: dict[str, Any] = {"default": env.db_url_config(given.DATABASE_URL.text())}
    DATABASES["default"]["CONN_MAX_AGE"] = 60
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "aukio.sqlite3",
            "OPTIONS": {
                # IMMEDIATE: a writer waits its turn instead of failing half-way.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                ),
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA_DIR / "files"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- people -------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "sesame.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my-work"
ACCOUNT_ADAPTER = "aukio.shared.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# The form leaves the password out: nobody can prepare an account for another's address.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_FORMS = {
    "login": "aukio.shared.accounts.signup.PasswordForm",
    "signup": "aukio.shared.accounts.signup.SignUpForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "front"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0
MFA_ADAPTER = "aukio.shared.accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "aukio.shared.accounts.passkeys.AddPasskeyForm",
    "edit_webauthn": "aukio.shared.accounts.passkeys.RenamePasskeyForm",
}
MFA_TOTP_ISSUER = "Aukio"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
SESAME_TOKENS = ["sesame.tokens_v2"]
SESAME_MAX_AGE = 15 * 60
SESAME_ONE_TIME = True
SESAME_INVALIDATE_ON_EMAIL_CHANGE = True
SESAME_SIGNATURE_SIZE = 16
OIDC_NAME = given.OIDC_NAME.text()
OIDC_ORIGIN = ["/".join(url.split("/")[:3]) for url in [given.OIDC_SERVER_URL.text()] if url]
SOCIALACCOUNT_ADAPTER = "aukio.shared.accounts.adapters.SocialAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "staff",
                "name": OIDC_NAME,
                "client_id": given.OIDC_CLIENT_ID.text(),
                "secret": given.OIDC_CLIENT_SECRET.text(),
                "settings": {"server_url": given.OIDC_SERVER_URL.text()},
            }
            for _origin in OIDC_ORIGIN
        ],
    }
}
# The issuer is the house's own: an address it has verified is the person invited by it.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 12

# --- the browser's guard rails --------------------------------------------------------------
CSRF_FAILURE_VIEW = "aukio.ui.views.errors.form_expired"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 31536000 if PRODUCTION else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF, *OIDC_ORIGIN],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- languages ----------------------------------------------------------------------------
USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/Helsinki"
LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "aukio_language"
MODELTRANSLATION_DEFAULT_LANGUAGE = "fi"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("fi", "en", "sv")
FORMAT_MODULE_PATH = ["aukio.shared.i18n.formats"]

# --- files for pages, mail, log -------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    vars().update(env.email_url_config(given.EMAIL_URL.text()))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = given.MAIL_FROM.text()
AUTHORITY = given.AUTHORITY.text()
CONTACT = given.CONTACT.text()
USER_AGENT = given.USER_AGENT.text()
LANGUAGE_MODEL_URL = given.LANGUAGE_MODEL_URL.text()
LANGUAGE_MODEL_NAME = given.LANGUAGE_MODEL_NAME.text()
LANGUAGE_MODEL_KEY = given.LANGUAGE_MODEL_KEY.text()
WORDING_LOCAL_SITES = given.LOCAL_SITES.flag()
PRIVACY_NAMES = given.NAMES.words()
ORIGINALS_KEPT_DAYS = given.ORIGINALS_DAYS.number()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": given.LOG_LEVEL.text()},
}
