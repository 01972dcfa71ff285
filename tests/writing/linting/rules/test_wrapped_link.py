import pytest

from writing.linting import Text
from writing.linting.rules import wrapped_link


def findings(body):
    return [(f.passage, f.is_block) for f in wrapped_link.check(Text.of(body=body))]


@pytest.mark.parametrize(
    ("href", "is_block"),
    [
        ("https://protect-us.mimecast.com/s/AbC1?domain=sleep.example", True),
        ("https://url.us.m.mimecastprotect.com/s/x?domain=sleep.example", True),
        ("https://u123.ct.sendgrid.net/ls/click?upn=x", True),
        ("https://nam02.safelinks.protection.outlook.com/?uid=9", True),
        ("https://t.co/abc", False),
        ("https://news.example/read?page=https://sleep.example/", False),
    ],
)
def test_a_wrap_that_could_not_be_taken_off_is_found(href, is_block):
    assert findings(f'<p>The <a href="{href}">guide</a>.</p>') == [("guide", is_block)]
    assert findings(f"<p>The guide: {href}.</p>") == [(href, is_block)]


def test_plain_links_pass():
    body = '<p><a href="https://sleep.example/?page=2">a</a> <a href="/fees/">b</a> https://a.example.</p>'
    assert findings(body) == []
