"""Names in a sentence, joined as the language of the page joins them."""

import pytest
from django.utils.translation import override

from pages.listing import all_of, one_of


@pytest.mark.parametrize(
    ("language", "names", "all_said", "one_said"),
    [
        ("en", "Illinois Iowa", "Illinois and Iowa", "Illinois or Iowa"),
        ("en", "Oregon Idaho Utah", "Oregon, Idaho and Utah", "Oregon, Idaho or Utah"),
        ("es", "Illinois Iowa", "Illinois e Iowa", "Illinois o Iowa"),
        ("es", "Utah Oregón", "Utah y Oregón", "Utah u Oregón"),
        ("es", "Oregón Washington", "Oregón y Washington", "Oregón o Washington"),
        ("es", "Maine Ohio", "Maine y Ohio", "Maine u Ohio"),
        ("es", "agua hielo", "agua y hielo", "agua o hielo"),
        ("es", "Utah Idaho Iowa", "Utah, Idaho e Iowa", "Utah, Idaho o Iowa"),
        ("es", "Iowa", "Iowa", "Iowa"),
        ("es", "", "", ""),
    ],
)
def test_the_word_between_the_last_two(language, names, all_said, one_said):
    with override(language):
        assert (all_of(names.split()), one_of(names.split())) == (all_said, one_said)
