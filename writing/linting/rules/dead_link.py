from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.links import path_inside
from writing.linting.findings import Finding
from writing.linting.passages import Text


def check(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for link in passage.links:
            path = path_inside(link.href)
            if path and text.is_dead(path):
                yield passage.block(
                    "dead-link",
                    link.text or path,
                    _("The link leads to %(path)s, and there is no such page on this site.")
                    % {"path": path},
                    _("Choose a page that exists, or remove the link."),
                )
