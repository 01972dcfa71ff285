"""WCAG 2.2, 1.1.1: a picture has a text alternative, or can be ignored by who cannot see it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting.findings import Finding
from writing.linting.passages import Text


def check(text: Text) -> Iterator[Finding]:
    for passage, picture in text.pictures:
        if not picture.alt.strip() and not picture.is_decorative:
            yield passage.block(
                "alt-missing",
                picture.name,
                _("Somebody who cannot see this picture learns nothing about it."),
                _(
                    "In the picture library, describe it in a sentence, or mark it as only decoration."
                ),
            )
