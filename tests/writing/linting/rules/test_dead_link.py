import pytest

from tests.writing.linting.texts import found
from writing.linting import Text
from writing.linting.rules import dead_link


def is_dead(path):
    return path == "/gone/"


@pytest.mark.parametrize("href", ["/gone/", "/gone/?from=here", "/gone/#part", "{site}/gone/"])
def test_a_link_to_a_page_that_is_not_there_is_found(href, settings):
    body = f'<p>See <a href="{href.format(site=settings.SITE_URL)}">our fees</a>.</p>'
    assert found(dead_link, body, is_dead=is_dead) == ["our fees"]


@pytest.mark.parametrize(
    "href", ["/here/", "https://elsewhere.example/gone/", "mailto:gone@practice.example", "#gone"]
)
def test_other_links_are_not(href):
    body = f'<p>See <a href="{href}">our fees</a>.</p>'
    assert found(dead_link, body, is_dead=is_dead) == []


def test_it_stops_the_text_from_going_out_and_names_the_address():
    body = '<ul><li><a href="/gone/">Fees</a></li></ul>'
    (finding,) = dead_link.check(Text.of(body=body, is_dead=is_dead))
    assert finding.is_block
    assert "/gone/" in finding.reason
