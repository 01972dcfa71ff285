"""Every public page of a site, as a visitor gets it. For the process that opens a stored sample."""

import re
from html import unescape

from tests.sitemap import public_paths

WITHOUT_COLLECTING = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def every_address():
    """{address in the sitemap: what its page says}"""
    from django.test import Client, override_settings

    client = Client(SERVER_NAME="127.0.0.1")
    with override_settings(STORAGES=WITHOUT_COLLECTING):
        names = names_of_rows()
        return {path: told(client.get(path), names.get(path, "")) for path in public_paths(client)}


def told(response, name):
    headings = HEADING.findall(response.content.decode())
    plain = [" ".join(unescape(TAG.sub(" ", one)).split()) for one in headings]
    return {"status": response.status_code, "headings": plain, "name": name}


def names_of_rows():
    """{address: the title or name that stands in the row behind it}"""
    from practice_site.sitemaps.parts import PARTS

    rows = [row for part in PARTS.values() for row in part.rows()]
    return {row.get_absolute_url(): str(row) for row in rows}
