"""The same site with all that its desk needs: static files, pictures, and a search that finds them."""

from peer.settings import *  # noqa: F403
from peer.settings import STATE_DIR

ROOT_URLCONF = "peer.desk_urls"
STATIC_ROOT = STATE_DIR / "static"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
