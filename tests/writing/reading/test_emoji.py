"""Emoji that a program writes as pictures are the emoji; other pictures are pictures."""

from collections import Counter

import pytest

from writing.pasting.pasted import blocks_from_html, blocks_to_html


@pytest.mark.parametrize(
    ("picture", "emoji"),
    [
        ('<img data-emoji="😊" alt="😊" aria-label="😊" src="https://mail.example/e.png">', "😊"),
        ('<img alt="👩‍👩‍👧🏽" src="x">', "👩‍👩‍👧🏽"),
        ('<img alt="❤️" class="an1">', "❤️"),
        ('<img alt="3️⃣">', "3️⃣"),
        ('<img class="emoji" alt=":)">', ":)"),
        ('<img data-stringify-emoji=":wave:" alt=":wave:">', ":wave:"),
        ('<img itemtype="http://schema.example/Emoji" alt="(heart)">', "(heart)"),
    ],
)
def test_an_emoji_is_kept(picture, emoji):
    left_out = Counter()
    assert (
        blocks_to_html(blocks_from_html(f"<p>Hi {picture} there</p>", left_out))
        == f"<p>Hi {emoji} there</p>"
    )
    assert not left_out


@pytest.mark.parametrize(
    "picture", ['<img alt="A lake">', '<img alt="">', '<img alt="1">', "<img>"]
)
def test_a_picture_is_not(picture):
    left_out = Counter()
    blocks_from_html(f"<p>Hi {picture} there</p>", left_out)
    assert left_out == {"picture": 1}
