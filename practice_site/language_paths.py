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
        for language in languages.others():
            if path.startswith(f"{language}/"):
                return path.removeprefix(f"{language}/"), (), {"language": language}
        return path, (), {}


def in_each_language(*patterns: URLPattern | URLResolver) -> URLResolver:
    return URLResolver(LanguagePath(), list(patterns))
