"""The site's own settings, with nothing of this machine or its environment in them but DATABASE_URL."""

import os
import tempfile

# Removed when the test process ends.
state = tempfile.TemporaryDirectory(prefix="practice-site-tests-", ignore_cleanup_errors=True)

FOREIGN = """
    CACHE_URL EMAIL_URL HSTS_SUBDOMAINS INQUIRIES_PER_HOUR MAIL_BOUNCES_TO MAIL_FROM MAIL_KEY_PATH MEDIA_ROOT REQUIRE_SECOND_FACTOR
    ROOM_IDLE_MINUTES SECRET_KEY STATIC_ROOT TIME_ZONE TRUSTED_PROXY_COUNT WEB_WORKERS
"""
for name in FOREIGN.split():
    os.environ.pop(name, None)
    os.environ.pop(f"{name}_FILE", None)
os.environ |= {"DEBUG": "0", "SITE_URL": "http://127.0.0.1:8000", "STATE_DIR": state.name}

# WhiteNoise warns about a folder that is not there, and warnings are errors.
os.mkdir(f"{state.name}/static")

from practice_site.settings import *  # noqa: E402, F403
from practice_site.settings import DATABASES, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, as in a running site: an in-memory database shared by threads locks differently.
    DATABASES["default"]["TEST"] = {"NAME": f"{state.name}/test.sqlite3"}

else:
    # Nobody needs these rows after a fall of the machine, so no test waits for a disk.
    options = DATABASES["default"]["OPTIONS"]
    options["options"] = f"-c synchronous_commit=off {options.get('options', '')}".strip()

# No collected files are needed to render a page.
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
# Cheap on purpose: many tests sign in.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
