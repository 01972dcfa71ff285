"""Tables from the programs that people copy out of: the same words in the same order, in the right cells."""

from collections import Counter

import pytest

from tests.writing.pasting import table_samples
from writing.pasting.pasted import blocks_from_html, blocks_to_html, heading_candidates
from writing.sanitizer import sanitize
from writing.text import plain_text

LINES = {
    "WORD": "Our fees:|For whom\tFee|Couples|• 75 minutes\t$210",
    "GOOGLE_DOCS": "Group\tWhen|Grief\tMondays",
    "GOOGLE_SHEETS": "Day\tFrom|Monday\t9:00",
    "EXCEL": "Name\tFee|A\t190",
    "LIBRE_OFFICE": "For\tFee|Couples\t$210¹",
    "OUTLOOK": "Hello team|The new fees are below, as agreed.|Couples\t$210|Groups\t$60|Mara Ellison|555 0100",
    "GMAIL": "Hi,|News from us|A first paragraph with some words in it.|Side note",
    "SITE": "Group schedule|Group\tDay\tTime|Grief\tMon\t6 pm|Parents\tby appointment|All groups meet online.",
    "WORD_ONLINE": "For\tFee|Couples\t$210",
}


@pytest.mark.parametrize("program", LINES)
def test_every_word_comes_along_in_its_place(program):
    blocks = blocks_from_html(getattr(table_samples, program), Counter())
    html = blocks_to_html(blocks)
    assert plain_text(html).replace("\n", "|") == LINES[program]
    assert html.count("<table") == (program != "GMAIL")
    assert sanitize(html) == html
    assert not {"For whom", "Couples", "Side note", "Mara Ellison"} & set(
        heading_candidates(blocks)
    )
