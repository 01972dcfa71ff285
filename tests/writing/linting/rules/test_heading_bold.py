import pytest

from tests.writing.linting.texts import found
from writing.linting.rules import heading_bold


@pytest.mark.parametrize(
    "body",
    ["<p><strong>What helps</strong></p><p>Sleep.</p>",
     "<p><strong>What</strong> <strong><em>helps</em></strong></p><ul><li>Sleep</li></ul>",
     "<p><strong>What helps</strong><br>Sleep, and soup.</p>"],
)  # fmt: skip
def test_a_short_bold_line_above_something_is_a_heading_in_disguise(body):
    assert found(heading_bold, body) == ["What helps"]


@pytest.mark.parametrize(
    "body",
    ["<p><strong>Sleep</strong> helps most people.</p><p>So does soup.</p>",
     "<p><strong>You do not have to be sure.</strong></p><p>Nobody is.</p>",
     "<p><strong>Call or text 988</strong></p><p>At any hour.</p>",
     '<p><strong><a href="/fees/">What it costs</a></strong></p><p>All of it.</p>',
     "<p>Yours,</p><p><strong>Marisol</strong></p>",
     "<ul><li><strong>Couples</strong></li><li>Families</li></ul>",
     "<p><strong>12 Larch Street</strong><br><strong>Wendham</strong></p><p>Upstairs.</p>",
     "<h2><strong>What helps</strong></h2><p>Sleep.</p>"],
)  # fmt: skip
def test_bold_that_is_emphasis_passes(body):
    assert found(heading_bold, body) == []
