import pytest

from writing.linting import Text
from writing.linting.rules import mail_address_in_link


def findings(body):
    return [(f.passage, f.is_block) for f in mail_address_in_link.check(Text.of(body=body))]


@pytest.mark.parametrize(
    ("href", "is_block"),
    [
        ("https://a.example/?for=june%40practice.example", True),
        ("https://a.example/?d=5%7Cjune%2540practice.example%7C1", True),
        ("https://a.example/june@practice.example/x", False),
    ],
)
def test_a_mail_address_inside_a_web_address_is_found(href, is_block):
    assert findings(f'<p>A <a href="{href}">b</a>.</p>') == [("b", is_block)]


@pytest.mark.parametrize(
    "href", ["mailto:hello@practice.example", "https://social.example/@june@practice.example", "https://medium.com/@june"]
)  # fmt: skip
def test_addresses_that_are_meant_to_name_somebody_pass(href):
    assert findings(f'<p>A <a href="{href}">b</a>.</p>') == []


def test_links_without_one_pass():
    assert findings('<p><a href="https://a.example/?page=2">a</a> <a href="/fees/">b</a></p>') == []
