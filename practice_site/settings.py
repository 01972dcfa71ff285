"""Settings, all of them from the environment. docs/settings.md describes each variable."""

import secrets
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from practice_site.environment import (
    Environment,
    address_of,
    cache_from_url,
    database_from_url,
    mail_domain,
    smtp_from_url,
)

BASE_DIR = Path(__file__).resolve().parent.parent
WEEK = 7 * 24 * 60 * 60

env = Environment()

# Where the site lives decides hosts, secure cookies and every absolute link; the Host header never does.
SITE = env.url("SITE_URL", "http://127.0.0.1:8000", schemes=["http", "https"])
SITE_URL = f"{SITE.scheme}://{SITE.netloc}"
IS_LOOPBACK = SITE.hostname in {"127.0.0.1", "localhost", "::1"}
IS_HTTPS = SITE.scheme == "https"
if not SITE.hostname or SITE.path.strip("/") or SITE.query or SITE.username:
    env.fault("SITE_URL is the plain address of the site, like https://practice.example.")

DEBUG = env.flag("DEBUG")
STATE_DIR = Path(env.text("STATE_DIR") or BASE_DIR / "var")


def local_secret_key():
    """A key for one machine, made once; a site with a public address must bring its own."""
    path = STATE_DIR / "secret_key"
    if not path.exists():
        STATE_DIR.mkdir(parents=True, exist_ok=True)
        path.write_text(secrets.token_urlsafe(50))
        path.chmod(0o600)
    return path.read_text().strip()


SECRET_KEY = env.text("SECRET_KEY")
if not SECRET_KEY and IS_LOOPBACK:
    SECRET_KEY = local_secret_key()
elif len(SECRET_KEY) < 50:
    env.fault("SECRET_KEY must be set to at least 50 random characters.")
    SECRET_KEY = "unusable"  # noqa: S105  never used: the faults below stop the start

# Earlier ones, newest first, while what they signed is still about: links, keys, the room's log.
SECRET_KEY_FALLBACKS = env.text("SECRET_KEY_FALLBACKS").split()

ALLOWED_HOSTS = [SITE.hostname or ""]
if IS_LOOPBACK:
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "practice_site.apps.PracticeSiteConfig",
    "blog",
    "intake",
    "groups",
    "team",
    "pages",
    "editing",
    "writing",
    "outbox",
    "search",
    "pictures",
    "staff",
    "freshness",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "practice_site.admin.PracticeAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "csp",
]

MIDDLEWARE = [
    "practice_site.middleware.TellBrowsersWhatTheyMay",
    "practice_site.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "practice_site.compression.SendFewBytes",
    "practice_site.kept_pages.making.NoteWhatPagesRestOn",
    "practice_site.middleware.SayThePolicy",
    "practice_site.errors.HelpfulErrors",
    "freshness.middleware.OneLook",
    "practice_site.middleware.RefuseMalformedRequests",
    "practice_site.near_pages.OfferNearPages",
    "editing.middleware.FollowOldAddresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "staff.factors.gate.SecondFactorGate",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pages.middleware.PracticeMiddleware",
]

ROOT_URLCONF = "practice_site.urls"
WSGI_APPLICATION = "practice_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.context_processors.site",
            ],
        },
    },
]
FORM_RENDERER = "practice_site.form_renderer.FormRenderer"
INSTALLED_APPS.append("django.forms")

# Data
DATABASES = {
    "default": database_from_url(
        env.url(
            "DATABASE_URL",
            f"sqlite:///{STATE_DIR / 'db.sqlite3'}",
            schemes=["sqlite", "postgres", "postgresql"],
        )
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
try:
    CACHES = {
        "default": cache_from_url(
            env.url("CACHE_URL", "locmem://", schemes=["locmem", "redis", "rediss"])
        )
    }
except ImportError:
    env.fault(
        "CACHE_URL names a Redis server, and the package for it is not installed: install "
        "requirements/scale.txt, or unset CACHE_URL."
    )
# What the front door has finished, for all processes: beside the database, or with Redis between machines.
CACHES["pages"] = (
    CACHES["default"] | {"KEY_PREFIX": "pages", "TIMEOUT": WEEK}
    if "Redis" in CACHES["default"]["BACKEND"]
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": STATE_DIR / "kept_pages",
        "TIMEOUT": WEEK,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    }
)
MEDIA_ROOT = Path(env.text("MEDIA_ROOT") or STATE_DIR / "media")
MEDIA_URL = "/media/"
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT") or STATE_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "practice_site.static_storage.ShortStaticFiles"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# Uploads stay in memory up to a photo's size; forms larger than this are refused with 413.
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_PERMISSIONS = 0o644

# Mail: everything sent through Django waits in the outbox; only the worker speaks SMTP.
EMAIL_BACKEND = "outbox.backends.OutboxBackend"
EMAIL_SETTINGS = smtp_from_url(
    env.url("EMAIL_URL", "smtp://127.0.0.1:1025", schemes=["smtp", "smtp+tls", "smtps"])
)
EMAIL_HOST = EMAIL_SETTINGS["EMAIL_HOST"]
EMAIL_PORT = EMAIL_SETTINGS["EMAIL_PORT"]
EMAIL_HOST_USER = EMAIL_SETTINGS["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = EMAIL_SETTINGS["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = EMAIL_SETTINGS["EMAIL_USE_TLS"]
EMAIL_USE_SSL = EMAIL_SETTINGS["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = EMAIL_SETTINGS["EMAIL_TIMEOUT"]
# Only the worker has to read it; whoever writes the first mail makes it.
MAIL_KEY_PATH = Path(env.text("MAIL_KEY_PATH") or STATE_DIR / "mail_key")
# By default nobody's box: what comes back may be about somebody's health.
DEFAULT_FROM_EMAIL = env.mailbox(
    "MAIL_FROM", f"noreply@{'localhost' if IS_LOOPBACK else mail_domain(SITE.hostname or '')}"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# Where the mail servers on the way report what did not arrive (RFC 5321, the reverse path).
MAIL_BOUNCES_TO = address_of(env.mailbox("MAIL_BOUNCES_TO", DEFAULT_FROM_EMAIL))

# People who sign in
AUTH_USER_MODEL = "staff.User"
AUTHENTICATION_BACKENDS = ["staff.backends.EmailOrUsernameBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# Whoever may read inquiries or change accounts signs in with a second factor; on one's own machine only if asked for.
REQUIRE_SECOND_FACTOR = env.flag("REQUIRE_SECOND_FACTOR") or not IS_LOOPBACK
ACCOUNT_ADAPTER = "staff.factors.account_adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
# From the password to the second factor.
ACCOUNT_LOGIN_TIMEOUT = 5 * 60
# Tries are counted by staff.throttle, in the database; allauth would count in each process's memory.
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "staff.factors.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
# The code before and the one after count as well: clocks differ, and typing takes time.
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOOPBACK
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24 * 3
SESSION_ENGINE = "staff.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "practice_site.errors.forbidden"
if IS_HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    # Hard to take back, so only where a practice asks for them.
    SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS")
    SECURE_HSTS_PRELOAD = env.flag("HSTS_PRELOAD")

# Proxies in front of the site, counted from the server; 0 means none, and their headers are ignored.
TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
if TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# What a browser may do with our pages
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# On every answer, also on those that Django does not make.
PROTECTIVE_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Language and time
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE") or "America/New_York"
try:
    ZoneInfo(TIME_ZONE)
except (ZoneInfoNotFoundError, ValueError):
    env.fault(f"TIME_ZONE is {TIME_ZONE!r}; write a name like America/Chicago.")
    TIME_ZONE = "UTC"

# One JSON object a line on stderr; never query strings, bodies, tokens or local variables.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "practice_site.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
    },
}
DEFAULT_EXCEPTION_REPORTER = "practice_site.logs.SilentExceptionReporter"
# Promises for subdomains and browsers' lists are the practice's own choice, so not warned about.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# How long the confidential room stays open at a desk where nobody does anything.
ROOM_IDLE_MINUTES = env.number("ROOM_IDLE_MINUTES", 30, least=1)

# Inquiries from one network within an hour; more of them wait, with a sentence that says so.
INQUIRIES_PER_HOUR = env.number("INQUIRIES_PER_HOUR", 20, least=1)

# Finished pages are kept at the front door. Not while somebody works at the site's templates.
KEEP_PAGES = env.flag("KEEP_PAGES", not DEBUG)

WEB_WORKERS = env.number("WEB_WORKERS", 1, least=1)

env.refuse_faults()
