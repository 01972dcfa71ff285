"""WCAG 2.2, 2.4.4 and 2.4.9: a link says where it leads, also when it is heard out of its sentence.

The practice's own call to action ("get started by clicking below") belongs to the buttons of the
closing invitation. It is understood there and at the end of the text, right above them.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting.findings import Finding
from writing.linting.passages import Text
from writing.linting.words import bare, excerpt, pattern_of

SAYS_NOTHING = re.compile(
    r"(?:(?:please|just|simply|to read more|to learn more|for more)\s+)?"
    r"(?:(?:click|tap|press|go|see|look|read|visit|view|check|find out|learn)\s+)?"
    r"(?:it\s+)?(?:out\s+)?(?:right\s+|over\s+)?"
    r"(?:here|this|that|these|there|more|now|below|above|on|link|links|"
    r"(?:this|the|that|our)\s+(?:link|page|article|post|site|website|one|button|resource|blog)|"
    r"more\s+(?:here|info|information|details|about\s+(?:this|it))|"
    r"details|info|information|website|site|page|article|post|continue|continue\s+reading|"
    r"source|click|tap|read|learn|visit|view)"
    r"(?:\s+(?:here|now))?(?:\s+for\s+(?:more|info|information|more\s+information|details))?"
)
CLICK = pattern_of(
    [
        "(click|clicking|tap|tapping|press|pressing)( on)?( right)? (here|below|above|this)",
        "(click|clicking|tap|tapping|press|pressing)( on)? the (link|button)s?",
    ]
)


def check(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for link in passage.links:
            if SAYS_NOTHING.fullmatch(bare(link.text)):
                yield passage.advice(
                    "link-words",
                    link.text,
                    _("Heard on its own, “%(words)s” does not say where it leads.")
                    % {"words": link.text},
                    _("Put the link on words that name what is behind it."),
                )
    for passage in text.body[:-1]:
        click = CLICK.search(passage.text)
        if click and not passage.links:
            yield passage.advice(
                "link-words",
                excerpt(passage.text, click),
                _("This asks readers to click, but there is nothing here to click."),
                _("Link the words that name what is meant, or move this to the end of the text."),
            )
