"""What HTML and style sheets of each kind of page weigh together, the heaviest page of each kind in the demo. 14.6 kB are
ten segments of 1,460 bytes, what a server may send before it hears back (RFC 6928)."""

import re
import urllib.request
from urllib.parse import urljoin, urlsplit

import brotli
import pytest

from practice_site.kept_pages.around import in_one_stream
from tests.browser.public_pages import PAGES

FIRST_FLIGHT = 14_600
TOKEN = re.compile(rb'name="token" value="([^"]+)"')


def as_read(address):
    """The text, and what it weighs as it is kept and sent. (On a busy machine a page can come before it is: more quickly
    compressed, and so a tenth larger.)"""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request) as response:
        text = response.read()
        if response.headers["Content-Encoding"] == "br":
            text = brotli.decompress(text)
    token = TOKEN.search(text)
    return text, sum(map(len, around(text, token[1]) if token else [brotli.compress(text)]))


def around(text, token):
    """A form, as it goes out around what is new in each answer."""
    before, after = text.split(token)
    first, last = in_one_stream(before, after, len(token))
    return first, token, last


def weight(site, path):
    """HTML and style sheets, compressed."""
    html, sent = as_read(urljoin(site.url, path))
    sheets = set(re.findall(r'<link rel="stylesheet" href="([^"]+)"', html.decode()))
    assert len(sheets) <= MOST_SHEETS, sheets
    return sent + sum(as_read(urljoin(site.url, sheet))[1] for sheet in sheets)


def paths_under(site, section):
    with urllib.request.urlopen(urljoin(site.url, f"/sitemap/{section}-1.xml")) as response:
        return [
            urlsplit(found).path for found in re.findall("<loc>([^<]*)", response.read().decode())
        ]


# The frame's, the colors, the page's own, now and then one more, and the one for paper.
MOST_SHEETS = 5


@pytest.mark.parametrize("section", ["specialties", "approaches", "articles", "team"])
def test_the_largest_page_of_a_kind_fits_into_one_first_flight(site, section):
    own = [path for path in paths_under(site, section) if path.count("/") == 3]
    assert len(own) > 5
    weights = {path: weight(site, path) for path in own}
    assert max(weights.values()) <= FIRST_FLIGHT, weights


@pytest.mark.parametrize(
    "name",
    [
        "get started",
        "get started, for a patient",
        "get started, with choices",
        "get started, in Spanish",
        "get started, in Spanish, with choices",
        "search",
        "search, found",
        "search, in danger",
        "side by side",
    ],
)
def test_forms_search_and_people_side_by_side_fit_into_one_first_flight(site, name):
    assert weight(site, PAGES[name]) <= FIRST_FLIGHT


@pytest.mark.parametrize("name", ["home", "team"])
def test_what_shows_many_people_fits_into_two(site, name):
    assert weight(site, PAGES[name]) <= 24_000
