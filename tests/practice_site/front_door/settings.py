"""The site's own settings, cheaper to start: static files as they lie there, quick passwords."""

from practice_site.settings import *  # noqa: F403
from practice_site.settings import STORAGES

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
