from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from writing.links import path_inside
from writing.linting.findings import Finding
from writing.linting.passages import Text


def check(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for link in passage.links:
            parts = urlsplit(link.href)
            if parts.scheme == "http" and not path_inside(link.href):
                yield passage.advice(
                    "plain-http",
                    link.text or link.href,
                    _(
                        "The link leads to %(site)s without encryption: others can see who reads what."
                    )
                    % {"site": parts.hostname},
                    _("Try the address with https:// and keep that if it opens."),
                )
