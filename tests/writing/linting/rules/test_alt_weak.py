import pytest

from writing.linting import Picture, Text
from writing.linting.rules import alt_weak


def findings(alt, **about):
    return list(alt_weak.check(Text(lead_picture=Picture(alt, **about))))


@pytest.mark.parametrize(
    "alt",
    ["image", "Photo.", "A picture", "stock photo", "Image 3", "untitled", "IMG_2041", "gate.jpg",
     "DSC00412", "blue-garden-gate", "2024-03-01", "header image"],
)  # fmt: skip
def test_a_description_that_describes_nothing_is_noticed(alt):
    (finding,) = findings(alt)
    assert (finding.field, finding.passage, finding.is_block) == ("lead_image", alt, False)


def test_so_is_the_name_of_its_file_and_its_own_caption():
    assert findings("blue gate", file_name="images/Blue-Gate.jpg")
    assert findings("The garden gate", caption="“The garden gate.”")


@pytest.mark.parametrize(
    "alt",
    ["A blue garden gate standing open", "Photo of a gate under an arch", "Two cups", "Marisol Tennant",
     "A hand-drawn picture of a house", "A well-worn chair"],
)  # fmt: skip
def test_a_description_of_what_there_is_to_see_passes(alt):
    assert findings(alt, file_name="images/9f8e.jpg", caption="In spring") == []


def test_nothing_at_all_is_another_rules_matter():
    assert findings("", file_name="") == []
