"""A passage about one client. Whether it is a composite, or told with consent, only its author knows:
the question is asked once, and the answer kept with the version (APA Ethics Code 4.07)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting import stories
from writing.linting.findings import Finding
from writing.linting.passages import Text
from writing.linting.words import pattern_of, sentences

TELLS = pattern_of(stories.TELLS, stories.WORDS)
NAMED = pattern_of(stories.NAMED, stories.WORDS, flags=re.NOFLAG)
PERHAPS = pattern_of(stories.PERHAPS, stories.WORDS)
GENERAL_BEFORE = pattern_of(stories.GENERAL)
GENERAL_AFTER = re.compile(r"\W*(?:\w+\s+){0,2}(?:may|might|can)\b", re.IGNORECASE)
ELSEWHERE = pattern_of(stories.ELSEWHERE)
ANSWERED = pattern_of(stories.ANSWERED)


def check(text: Text) -> Iterator[Finding]:
    passages = [passage for passage in text.passages if passage.field not in ("title", "summary")]
    if any(ANSWERED.search(passage.text) for passage in passages):
        return
    for passage in passages:
        if passage.kind != "heading" and (told := first_telling(passage.text)):
            yield passage.advice(
                "client-story",
                told,
                _("This tells of one person who came for help, and somebody could recognize them."),
                _(
                    "Is it put together from several people, or told with consent? Say so here; the "
                    "answer is kept with this version. If neither, tell it in general words."
                ),
            )


def first_telling(text: str) -> str:
    return next((sentence for sentence in sentences(text) if tells(sentence)), "")


def tells(sentence: str) -> bool:
    match = TELLS.search(sentence) or NAMED.search(sentence)
    if not match and not ELSEWHERE.search(sentence):
        match = PERHAPS.search(sentence)
    return bool(
        match
        and not GENERAL_BEFORE.search(sentence[: match.start()])
        and not GENERAL_AFTER.match(sentence[match.end() :])
    )
