"""What somebody types finds what they mean, whatever accents, capitals and punctuation stand where."""

import pytest

from intake.admin.search_words import Text, Wanted

FOUND = [
    ("lucia", "Lucía"),
    ("LUCÍA", "lucia"),
    ("Lucía", "Luci\u0301a"),
    ("strasse", "Straße"),
    ("oneil", "O’Neil"),
    ("O'Neil", "ONeil"),
    ("o’neil", "O'NEIL"),
    ("jean luc", "Jean-Luc"),
    ("Jean-Luc", "Jean Luc"),
    ("jeanluc", "Jean-Luc"),
    ("nguyen", "Nguyễn Thị"),
    ("both parents", "Both, says she: parents."),
    ("tuesday at 10", "We meet Tuesday at 10."),
    ("rowan@mail.example", "rowan@mail.example"),
    ("Rowan@Mail", "rowan@mail.example"),
    ("(541) 555-0183", "541 555 0183"),
    ("541 555 0183", "(541) 555-0183"),
    ("5415550183", "541.555.0183"),
    ("+1 541 555 0183", "(541) 555-0183"),
    ("15415550183", "(541) 555-0183"),
    ("541-555-0183", "+1 541 555 0183"),
    ("555-0183", "(541) 555 0183"),
    ("٥٤١٥٥٥٠١٨٣", "541 555 0183"),
    ("５４１", "541 555 0183"),
    ("0183", "call 541\u00a0555\u00a00183 at noon"),
    ("日本", "日本語で話したい"),
    ("ИВАН", "Иван"),
    ("10am", "Around 10am."),
    ("self-harm", "self harm"),
]
NOT_FOUND = [
    ("lucia", "Lucas"),
    ("541 555 0184", "(541) 555-0183"),
    ("5415550183", "541 555, and 0183 others"),
    ("25415550183", "(541) 555-0183"),
    ("both parents", "Both of them"),
    ("rowan wren", "Rowan"),
]


@pytest.mark.parametrize(("term", "text"), FOUND)
def test_it_is_found(term, text):
    assert Wanted(term)
    assert Wanted(term).missing(Text(text)) == set()


@pytest.mark.parametrize(("term", "text"), NOT_FOUND)
def test_something_else_is_not(term, text):
    assert Wanted(term).missing(Text(text))


@pytest.mark.parametrize("term", ["", " ", "!?", "–", "_", "\u0301", "\u200b"])
def test_what_holds_no_letter_and_no_digit_looks_for_nothing(term):
    assert not Wanted(term)
