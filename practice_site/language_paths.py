"""Pages that are there in other languages as well: ``/es/get-started/`` beside ``/get-started/``.

Which language a page is in stands in its address and nowhere else, so no cookie and no header of the browser makes it
another one. A view gets it as ``language``; every ``reverse`` on the way of an answer stays in it.
"""

from typing import Any

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import LocalePrefixPattern

from pages import languages


class LanguagePath(LocalePrefixPattern):
    @property
    def language_prefix(self) -> str:
        return f"{languages.of_page()}/" if languages.of_page() in languages.others() else ""

    def match(self, path: str) -> tuple[str, tuple[()], dict[str, Any]]:
        language = language_of(path)
        return path.removeprefix(f"{language}/"), (), {"language": language} if language else {}


def language_of(path: str) -> str:
    """The other language in which an address asks for something, whether or not it leads anywhere; “” for the site's
    own."""
    first = path.lstrip("/").partition("/")[0]
    return first if first in languages.others() else ""


def in_each_language(*patterns: URLPattern | URLResolver) -> URLResolver:
    return URLResolver(LanguagePath(), list(patterns))
