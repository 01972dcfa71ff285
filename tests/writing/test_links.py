from collections import Counter
from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from blog.forms import HttpsField
from pages.addresses import SecureURLField, only_safe_link
from tests.writing.wrapped_samples import PLAIN, SLEEP, WRAPPED
from writing.links import MAX_LENGTH, link_target
from writing.pasting.pasted import blocks_from_html, blocks_from_text, blocks_to_html
from writing.sanitizer import only_allowed, sanitize

OUTLOOK = "https://nam02.safelinks.protection.outlook.com/?url={}&data=june%40practice.example"
GOOGLE = "https://www.google.com/url?q={}&sa=D"


def wrapped_in(pattern, address):
    return pattern.format(quote(address, safe=""))


@pytest.mark.parametrize(("wrapped", "address"), WRAPPED)
def test_a_wrapped_address_leads_where_it_led_before(wrapped, address):
    assert link_target(wrapped) == address


@pytest.mark.parametrize(("wrapped", "address"), WRAPPED)
def test_wraps_inside_wraps_come_off_as_well(wrapped, address):
    twice = wrapped_in(GOOGLE, wrapped_in(OUTLOOK, wrapped))
    assert link_target(twice) == address


@pytest.mark.parametrize(
    "inner",
    [
        "javascript:alert(1)", "JaVa\tScript:alert(1)", "//evil.example", "data:text/html,x",
        "file:///etc/passwd", "vbscript:x", "https://", "http://[",
    ],
)  # fmt: skip
@pytest.mark.parametrize("pattern", [OUTLOOK, GOOGLE])
def test_what_may_not_be_linked_to_is_not_linked_to_from_inside_a_wrap(pattern, inner):
    target = link_target(wrapped_in(pattern, inner))
    assert target is None or target.startswith(pattern[:20])
    assert "javascript:" not in (target or "").lower()
    if ":" in inner[:12] and not inner.startswith("http"):
        assert target is None


def test_an_address_wrapped_without_end_is_no_link():
    address = "https://a.example/"
    for _wrap in range(9):
        address = f"https://out.example/?url={address}"
    assert link_target(address) is None


def test_a_long_wrap_around_a_short_address_is_unwrapped():
    assert link_target(wrapped_in(OUTLOOK, SLEEP) + "x" * MAX_LENGTH) == SLEEP
    assert link_target("https://a.example/" + "x" * MAX_LENGTH) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fsleep.example",
        "https://web.archive.org/web/2020/https://sleep.example/",
        "https://validator.w3.org/nu/?doc=https://sleep.example/",
        "https://accounts.example/login?next=https%3A%2F%2Fsleep.example",
        "https://www.google.com/search?q=site:sleep.example",
        "https://sleep.example/redirect?to=/fees/",
        "https://sleep.example/go?url=https://sleep.example/fees/",
        "https://medium.com/@june/rest-123",
        "https://doi.org/10.1016/j.jml.2019.104047",
        "https://sleep.example/url?q=how+to+sleep&a=b:c",
        "mailto:june@practice.example?body=https://sleep.example",
        "tel:+12125550100", "/fees/?utm_source=x", "#part-rest",
    ],
)  # fmt: skip
def test_addresses_that_are_not_wrapped_stay_as_they_are(address):
    assert link_target(address) == address


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://a.example/?utm_source=x&utm_medium=mail", "https://a.example/"),
        ("https://a.example/p?id=3&fbclid=x&b=%20c&UTM_Term=y#z", "https://a.example/p?id=3&b=%20c#z"),
        ("https://a.example/?mc_eid=1234&mc_cid=5", "https://a.example/"),
        ("https://a.example/?gclid", "https://a.example/"),
        ("https://a.example/?q=utm_source&utmost=1", "https://a.example/?q=utm_source&utmost=1"),
    ],
)  # fmt: skip
def test_marks_that_tell_who_followed_a_link_come_off(address, clean):
    assert link_target(address) == clean


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from([OUTLOOK, GOOGLE, "https://out.example/{}", "https://x.example/?u={}&utm_id=1"]), max_size=5),
    st.one_of(st.sampled_from([SLEEP, PLAIN, "/fees/", "javascript:x", "//x"]), st.text(max_size=20)),
)  # fmt: skip
def test_judging_twice_is_judging_once(wraps, address):
    for pattern in wraps:
        address = wrapped_in(pattern, address)
    once = link_target(address)
    assert once is None or link_target(once) == once


@pytest.mark.parametrize("wrapped", [wrapped for wrapped, _address in WRAPPED])
def test_texts_hold_no_wrapped_link_whichever_way_they_came(wrapped):
    html = f'<p><a href="{wrapped.replace("&", "&amp;")}">guide</a></p>'
    stored = sanitize(html)
    assert wrapped.split("/")[2] not in stored
    assert sanitize(stored) == stored
    assert wrapped.split("/")[2] not in only_allowed(html)


def test_what_was_taken_off_is_counted():
    left_out = Counter()
    html = "".join(f'<p><a href="{wrapped}">a</a></p>' for wrapped, _address in WRAPPED[:3])
    blocks_from_html(f'{html}<a href="https://a.example/?fbclid=1">b</a>', left_out)
    assert left_out == {"wrapped": 3, "tracking": 1}


@pytest.mark.parametrize(
    ("before", "after"),
    [("See {}.", "See {}."), ("guide<{}>", "guide<{}>"), ("({})", "({})"), ("“{}”", "“{}”")],
)
def test_a_wrapped_address_among_the_words_is_unwrapped_as_well(before, after):
    left_out = Counter()
    blocks = blocks_from_text(before.format(wrapped_in(OUTLOOK, PLAIN)), left_out)
    assert blocks[0].text == after.format(PLAIN)
    assert left_out == {"wrapped": 1}


def test_a_link_whose_words_are_its_own_address_is_counted_once():
    wrapped, left_out = wrapped_in(OUTLOOK, PLAIN), Counter()
    html = blocks_to_html(blocks_from_html(f'<p><a href="{wrapped}">{wrapped}</a></p>', left_out))
    assert html == f'<p><a href="{PLAIN}" rel="external noopener">{PLAIN}</a></p>'
    assert left_out == {"wrapped": 1}


def test_fields_for_addresses_hold_them_straight():
    field = SecureURLField().formfield()
    assert field.clean(wrapped_in(OUTLOOK, PLAIN)) == PLAIN
    assert HttpsField().clean(wrapped_in(GOOGLE, f"{PLAIN}?fbclid=1")) == PLAIN
    with pytest.raises(ValidationError, match="https"):
        HttpsField().clean(wrapped_in(OUTLOOK, "http://sleep.example/"))
    with pytest.raises(ValidationError, match=f"Write {PLAIN}"):
        only_safe_link(wrapped_in(OUTLOOK, PLAIN))


def test_links_inside_a_copied_text_lead_to_the_heading_they_meant_or_nowhere():
    left_out = Counter()
    blocks = blocks_from_html(
        '<p><a href="#_A_Section">one</a> <a href="#x">two</a> <a href="#y">three</a> <a href="#y">four</a></p>'
        '<h2><a name="_A_Section"></a>A section for you</h2><p id="x">text</p>',
        left_out,
    )
    assert blocks_to_html(blocks[:1]) == (
        '<p><a href="#part-a-section-for-you">one</a> two three four</p>'
    )
    assert left_out == {"inner-link": 2}
