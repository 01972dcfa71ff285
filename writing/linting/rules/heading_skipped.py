"""WCAG 2.2, technique G141. Pages mend the levels for readers; here the author learns what they say."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting.findings import Finding
from writing.linting.passages import Text


def check(text: Text) -> Iterator[Finding]:
    above = text.headings_from - 1
    for passage in text.body:
        if passage.kind != "heading":
            continue
        if passage.level > above + 1:
            yield passage.advice(
                "heading-skipped",
                passage.text,
                _(
                    "This heading is of level %(level)d, but nothing of level %(missing)d is above it."
                )
                % {"level": passage.level, "missing": above + 1},
                _("Make it a heading of level %(level)d.") % {"level": above + 1},
            )
        above = passage.level
