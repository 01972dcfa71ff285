"""What was copied is read as if it had been typed."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from staff import copied

INVISIBLE = [
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202a", "\u202b",
    "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u061c", "\u180e", "\u034f",
    "\ufff9", "\U000e0020", "\u3164",
]  # fmt: skip
SPACES = [" ", "\u00a0", "\u2009", "\u202f", "\u3000", "\t", "\r\n", "\n", "\r", "\u2028", "\x85"]
WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})
ADDRESS, NUMBER = "rowan@home.example", "(555) 010-0199"


@pytest.mark.parametrize("mark", INVISIBLE, ids=ascii)
def test_marks_that_nobody_sees_are_taken_off_anywhere(mark):
    for read, text in [
        (copied.one_line, "Rowan Hale"),
        (copied.mail_address, ADDRESS),
        (copied.phone_number, NUMBER),
        (copied.one_time_code, "123456"),
        (copied.sign_in_name, "dana.osei"),
    ]:
        for at in range(len(text) + 1):
            assert read(text[:at] + mark + text[at:]) == text


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_every_space_and_line_end_is_a_plain_space(space):
    assert copied.one_line(f"{space}Rowan{space}Hale{space}") == "Rowan Hale"
    assert copied.mail_address(f"{space}{ADDRESS}{space}") == ADDRESS
    assert copied.phone_number(f"{space}(555){space}010-0199{space}") == NUMBER
    assert copied.one_time_code(f"123{space}456") == "123456"


@pytest.mark.parametrize(
    "text",
    [
        "mailto:{}", "MAILTO:{}", "mailto:{}?subject=Hello%20there&body=x", "<{}>", "Rowan Hale <{}>",
        '"Hale, Rowan" <{}>', "E-mail: {}", "email: {}.", "“{}”", "({})", "{},", "{};", "{}.", "[{}]",
        "mailto: <{}>", "<mailto:{}>", "{}/", "{}…", "‘{}’",
    ],
)  # fmt: skip
def test_an_address_is_found_in_what_was_around_it(text):
    assert copied.mail_address(text.format(ADDRESS)) == ADDRESS


def test_wide_letters_and_coded_ones_are_the_plain_ones():
    assert copied.mail_address(ADDRESS.translate(WIDE)) == ADDRESS
    assert copied.mail_address("mailto:rowan%40home.example") == ADDRESS
    assert copied.phone_number("５５５－０１０－０１９９") == "555-010-0199"
    assert copied.phone_number("٥٥٥ ٠١٠ ٠١٩٩") == "555 010 0199"
    assert copied.one_time_code("１２３ ４５６") == "123456"


@pytest.mark.parametrize("address", ["o'brien@x.example", "_a_@x.example", "a+b-c@x.example",
                                     "e-mail@x.example", "tel@x.example", "A.B@X.Example",
                                     "a@xn--bcher-kva.example", "a@bücher.example"])  # fmt: skip
def test_an_address_that_needs_nothing_stays(address):
    assert copied.mail_address(address) == address


@pytest.mark.parametrize("text", ["a@x.example, b@x.example", "A <a@x.example>, B <b@x.example>",
                                  "a@x.example b@x.example", "a @x.example", "nobody", "mailto:",
                                  "a@x.example\r\nBcc: b@x.example",
                                  ".a@x.example", "a\x7fb@x.example", "mailto:a@x.example%0d%0aBcc:b@x.example"])  # fmt: skip
def test_two_addresses_or_none_are_refused_and_not_guessed_at(text):
    with pytest.raises(ValidationError):
        copied.MailField().clean(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tel:+1-555-010-0199", "+1-555-010-0199"),
        ("tel:%2B15550100199", "+15550100199"),
        ("sms:5550100199", "5550100199"),
        ("Phone: (555) 010-0199.", NUMBER),
        ("(555) 010\u20110199", NUMBER),
        ("(555) 010\u20130199", NUMBER),
        ("555\u2212010\u22120199", "555-010-0199"),
        ("\u202a+49 89 1234567\u202c", "+49 89 1234567"),
        ("988", "988"),
        ("(555) 010-0199 ext. 4", "(555) 010-0199 ext. 4"),
    ],
)
def test_a_number_is_read_as_it_would_be_typed(text, number):
    assert copied.phone_number(text) == number


@pytest.mark.parametrize("name", ["José", "Siân O’Neill", "李小龍", "می\u200cخواهم", "Zoë-Anne d'Arc",
                                  "Ngũgĩ", "Œuvre ﬁ", "क्\u200dष", "Dr. A", "😀"])  # fmt: skip
def test_a_name_keeps_its_own_letters(name):
    assert copied.one_line(name) == name


def test_a_name_in_two_parts_is_the_same_as_in_one():
    assert copied.one_line("Jose\u0301") == "José"


CODE = "NY28AB3CDE4F5GH6"
GROUPS = "NY28-AB3C-DE4F-5GH6"


@pytest.mark.parametrize(
    "text",
    [
        CODE, GROUPS, GROUPS.lower(), "NY28 AB3C DE4F 5GH6", f"Code: {GROUPS}", f"Code:{GROUPS}.",
        f"https://practice.example/r/{GROUPS}/", f"https://practice.example/r/{GROUPS}/?new",
        f"http://127.0.0.1:8000/r/{GROUPS.lower()}/?kept#top", f"<https://practice.example/r/{GROUPS}/>",
        f"Hello, my code is {GROUPS}, thank you", f"They said that this page {GROUPS} has news",
        "NY28–AB3C–DE4F–5GH6", "NY28-\u200bAB3C-\u00adDE4F-5GH6", "NY28-AB3C-\r\nDE4F-5GH6",
        GROUPS.translate(WIDE), f"“{GROUPS}”", "NY28 - AB3C - DE4F - 5GH6", "NY28_AB3C_DE4F_5GH6",
        f"This code here that opens {CODE}", f"Where things stand:\r\n\r\nhttps://x.example/r/{GROUPS}/\r\n",
    ],
)  # fmt: skip
def test_a_persons_code_is_found_in_whatever_was_pasted_around_it(text):
    from intake.documents.person_keys import read_code

    assert read_code(text) == CODE


@pytest.mark.parametrize("text", ["", "NY28", "NY28-AB3C-DE4F", f"{CODE}7", f"X{GROUPS}", "U" * 16,
                                  "NY28-AB3C-DE4F-5GH!", "Dear practice, I have lost it"])  # fmt: skip
def test_what_holds_no_code_has_none(text):
    from intake.documents.person_keys import read_code

    assert read_code(text) is None


@pytest.mark.parametrize("around", ["{}", "Sheet A: {}", "“{}”", "My code is {}.", "{}\r\n"])
@pytest.mark.parametrize("between", ["-", " ", "–", "", "\n", "-\u200b", " - "])
def test_a_sheets_code_is_found_as_well(around, between):
    from intake.room import codes

    code = codes.new_code()
    text = around.format(between.join(code.split("-")))
    assert codes.read_code(text.lower().replace("o", "0")) == code


@given(st.text(max_size=300))
def test_no_text_at_all_is_a_fault(text):
    from intake.documents.person_keys import read_code

    for read in (copied.one_line, copied.mail_address, copied.phone_number, copied.one_time_code,
                 copied.sign_in_name):  # fmt: skip
        once = read(text)
        assert copied.one_line(once) == once
    read_code(text)


@pytest.mark.parametrize(
    "text", ["{}", " {}\r\n", "<{}>", "“{}”", "\ufeff{}", "{}\u200b", "\u202a{}\u202c", "{}\u00a0"]
)
@pytest.mark.parametrize("path", ["/blog/about-us/", "https://old.example/a/b/", "/cafe\u0301/"])
def test_a_web_address_keeps_its_letters_and_loses_what_came_along(text, path):
    assert copied.web_address(text.format(path)) == path
