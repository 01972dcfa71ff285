"""The site's own settings for a server that a test starts, without style sheets collected for it first."""

import os
import warnings

# WhiteNoise warns about a folder that is not there.
warnings.filterwarnings("ignore", message="No directory at")
os.environ.setdefault("DEBUG", "0")

from practice_site.settings import *  # noqa: E402, F403
from practice_site.settings import STORAGES  # noqa: E402

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
