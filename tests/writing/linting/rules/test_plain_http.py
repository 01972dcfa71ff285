from tests.writing.linting.texts import found
from writing.linting.rules import plain_http


def test_a_link_without_encryption_is_found():
    body = '<p>The <a href="http://institute.example/sleep">sleep institute</a> says so.</p>'
    assert found(plain_http, body) == ["sleep institute"]


def test_other_links_and_the_word_itself_pass(settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    body = (
        '<p>An address with http:// in front, <a href="https://institute.example/">a safe one</a>, '
        '<a href="/fees/">our own</a>, <a href="http://127.0.0.1:8000/fees/">in full</a>, '
        '<a href="tel:988">988</a>.</p>'
    )
    assert found(plain_http, body) == []
