"""Where finished pages stand: in this process, and where all processes find them."""

import logging
from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import caches

from practice_site.kept_pages.page import Page

logger = logging.getLogger(__name__)
MB = 1024 * 1024
# Of the pages without questions, and of those with some, which anybody can think of: these take no room
# from those.
MOST_BYTES, MOST_BYTES_WITH_QUESTIONS = 16 * MB, 4 * MB


class Shelf:
    """The pages of this process, bounded in bytes; whoever has stood longest goes first."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes, self.bytes = most_bytes, 0
        self.pages: dict[str, Page] = {}

    def put(self, address: str, page: Page) -> None:
        self.drop(address)
        if page.size > self.most_bytes:
            return
        while self.bytes + page.size > self.most_bytes:
            self.drop(next(iter(self.pages)))
        self.pages[address] = page
        self.bytes += page.size

    def drop(self, address: str) -> None:
        if old := self.pages.pop(address, None):
            self.bytes -= old.size


class SharedShelf:
    """What other processes have finished, and this one before it was started anew. Without it everything is
    only slower."""

    def __init__(self, code: str) -> None:
        self.code = code

    def find(self, address: str) -> Page | None:
        try:
            return caches["pages"].get(self.key(address))
        except Exception as error:  # noqa: BLE001  of a file that is cut off, or written by nobody we know
            logger.warning("The shared shelf does not answer: %s", type(error).__name__)
            return None

    def put(self, address: str, page: Page) -> None:
        try:
            caches["pages"].set(self.key(address), page)
        except Exception as error:  # noqa: BLE001  the disk's, or of what cannot be written down
            logger.warning("The shared shelf does not take a page: %s", type(error).__name__)

    def key(self, address: str) -> str:
        return blake2b(f"{self.code} {address}".encode(), digest_size=20).hexdigest()


@cache
def code_of_the_site() -> str:
    """Another text after each change of the program, its texts and its settings: pages of another are not ours."""
    digest = blake2b(digest_size=16)
    for path in sorted(files_of_the_code()):
        seen = path.stat()
        digest.update(f"{path} {seen.st_mtime_ns} {seen.st_size}\n".encode())
    said = (
        settings.SITE_URL,
        settings.STATIC_URL,
        settings.MEDIA_URL,
        settings.LANGUAGE_CODE,
        settings.DATABASES,
        settings.TIME_ZONE,
        # What a page tells browsers to believe for a year.
        settings.SECURE_HSTS_SECONDS,
        settings.SECURE_HSTS_INCLUDE_SUBDOMAINS,
        settings.SECURE_HSTS_PRELOAD,
    )
    digest.update(repr(said).encode())
    return digest.hexdigest()


def files_of_the_code() -> set[Path]:
    names = {config.name.partition(".")[0] for config in apps.get_app_configs()}
    own = (settings.BASE_DIR / name for name in sorted(names | {"templates", "locale", "sealing"}))
    folders = [path for path in own if path.is_dir()]
    kinds = {".py", ".html", ".xml", ".txt", ".mo"}
    found = {path for folder in folders for path in folder.rglob("*") if path.suffix in kinds}
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return found | ({manifest} if manifest.exists() else set())
