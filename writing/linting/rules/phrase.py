"""Phrases, not words: "do your best" passes, "the best therapists in town" does not."""

import re
from collections.abc import Iterator
from functools import cache

from django.utils.translation import gettext as _

from writing.linting.findings import Finding
from writing.linting.passages import Text
from writing.linting.phrases import GROUPS, WORDS, Group
from writing.linting.words import pattern_of, sentences

DENIED_BEFORE = re.compile(
    r"(\b(no|not|never|cannot|nobody|none|nothing|without|neither|nor|instead of|rather than|than|"
    r"avoid|beware|wary|skeptical|suspicious|myth|pretend|anyone who|anybody who|someone who|"
    r"somebody who|people who|whoever|who (promises?|claims?|offers?)|(promise|claim)(s|ed)? (that|to)|"
    r"wish\w*|wanted|expect\w*|hop(e|ed|ing) (for|to|that)|if (we|i) could|ads?|advertisements?)|n't)\b",
    re.IGNORECASE,
)
DENIED_AFTER = re.compile(
    r"^\W*(\w+ ){0,2}(is|are|was|were|does|do|can|will|would) ?(not|never|n't)\b|^\W*(is|are) (a )?myth",
    re.IGNORECASE,
)
ASKED = re.compile(r"^\W*(can|could|does|is|are|will|would)\b.*\?\W*$", re.I | re.S)
QUOTED = re.compile(r'"[^"]*"')
WORDS_BEFORE = 8


def check(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for sentence in sentences(passage.text):
            for group, pattern in patterns():
                said = next((m for m in pattern.finditer(sentence) if is_said(sentence, m)), None)
                if said:
                    reason = _("“%(words)s”: %(reason)s") % {
                        "words": said[0],
                        "reason": group.reason,
                    }
                    yield passage.advice("phrase", sentence, reason, str(group.fix))


def is_said(sentence: str, match: re.Match) -> bool:
    """By the practice itself, and meant."""
    before = " ".join(sentence[: match.start()].split()[-WORDS_BEFORE:])
    return not (
        ASKED.search(sentence)
        or DENIED_BEFORE.search(before)
        or DENIED_AFTER.search(sentence[match.end() :])
        or any(
            quote.start() < match.start() and match.end() < quote.end()
            for quote in QUOTED.finditer(sentence)
        )
    )


@cache
def patterns() -> list[tuple[Group, re.Pattern]]:
    return [(group, pattern_of(group.phrases, WORDS)) for group in GROUPS]
