import pytest

from writing.linting import Picture, Text
from writing.linting.rules import alt_missing
from writing.reading.html import read_html

BODY = read_html('<p>Words.</p><figure data-image="1"><figcaption>A gate</figcaption></figure>')


def findings(picture):
    return list(alt_missing.check(Text(blocks=BODY, images={1: picture})))


@pytest.mark.parametrize("alt", ["", "  "])
def test_a_picture_without_a_description_cannot_go_out(alt):
    (finding,) = findings(Picture(alt))
    assert finding.is_block
    assert (finding.field, finding.passage) == ("body", "A gate")


@pytest.mark.parametrize("picture", [Picture("A blue gate"), Picture("", is_decorative=True)])
def test_a_described_or_decorative_picture_can(picture):
    assert findings(picture) == []


def test_the_picture_at_the_top_needs_one_too():
    (finding,) = alt_missing.check(Text(lead_picture=Picture("", file_name="gate.jpg")))
    assert (finding.field, finding.passage) == ("lead_image", "gate.jpg")


def test_a_picture_that_left_the_library_is_not_shown_and_needs_none():
    assert list(alt_missing.check(Text(blocks=BODY))) == []
