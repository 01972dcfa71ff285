"""WCAG 2.2, failure F2: a heading by its looks only. A bold sentence is emphasis, and none of ours."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from django.utils.translation import gettext as _

from writing.blocks import Run
from writing.linting.findings import Finding
from writing.linting.passages import Text
from writing.linting.words import plain, words_of

MOST_WORDS = 12
ENDS_A_SENTENCE = re.compile(r"[.!;,…][\"')]*$")
# "Call or text 988": something to dial, not something to read on from.
NUMBER_TO_CALL = re.compile(r"\d{3}")


def check(text: Text) -> Iterator[Finding]:
    body = text.body
    for passage, after in zip_longest(body, body[1:]):
        first, *more = lines_of(passage.runs)
        beginning = plain("".join(run.text for run in first))
        leads_on = (after and after.kind not in ("heading", "divider")) if not more else True
        if (
            passage.kind == "paragraph"
            and leads_on
            and is_bold(first)
            and not (more and is_bold(more[0]))
            and is_heading_like(beginning, first)
        ):
            yield passage.advice(
                "heading-bold",
                beginning,
                _(
                    "This looks like a heading but is only bold, so a screen reader cannot find it "
                    "and phones cannot show it in an outline."
                ),
                _("Make it a heading. If it is emphasis, write it as part of a sentence."),
            )


def lines_of(runs: Iterable[Run]) -> list[list[Run]]:
    lines = [[]]
    for run in runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(run._replace(text=part))
    return lines


def is_bold(runs: list[Run]) -> bool:
    seen = [run for run in runs if run.text.strip()]
    return bool(seen) and all(run.strong for run in seen)


def is_heading_like(text: str, runs: list[Run]) -> bool:
    return (
        0 < len(words_of(text)) <= MOST_WORDS
        and not ENDS_A_SENTENCE.search(text)
        and not NUMBER_TO_CALL.search(text)
        and not any(run.href for run in runs)
    )
