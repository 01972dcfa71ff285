"""The validator sees what is wrong, or nothing that it finds right is worth anything."""

import pytest

from tests.sitemap_schema import faults

HOST = "https://practice.example"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
)
PICTURE = "<image:image><image:loc>https://practice.example/a.jpg</image:loc></image:image>"


def urlset(entry, head=HEAD):
    return f"{head}<urlset {SPACES}>{entry}</urlset>"


def link(code, address, more=""):
    return f'<xhtml:link rel="alternate" hreflang="{code}" href="{HOST}{address}"{more}/>'


BOTH = link("en", "/a/") + link("es", "/es/a/")


def url(*parts, address=f"{HOST}/blog/"):
    return f"<url><loc>{address}</loc>{''.join(parts)}</url>"


@pytest.mark.parametrize(
    "entry",
    [
        url(),
        url("<lastmod>2026-03-07</lastmod>"),
        url("<lastmod>2026-03-07T09:00:00Z</lastmod>", PICTURE, PICTURE),
        url("<changefreq>daily</changefreq>", "<priority>0.5</priority>"),
        url(BOTH, address=f"{HOST}/a/") + url(BOTH, address=f"{HOST}/es/a/"),
    ],
)
def test_what_the_schema_allows_is_right(entry):
    assert faults(urlset(entry), HOST) == []


@pytest.mark.parametrize(
    "text",
    [
        urlset(""),
        urlset(url(), head=""),
        urlset("<url><lastmod>2026-03-07</lastmod></url>"),
        urlset(url("<lastmod>7 March</lastmod>")),
        urlset(url("<lastmod>2026-13-07</lastmod>")),
        urlset(url("<lastmod>2026-03-07T09:00:00</lastmod>")),
        urlset(url(PICTURE, "<lastmod>2026-03-07</lastmod>")),
        urlset(url("<priority>2</priority>")),
        urlset(url("<changefreq>often</changefreq>")),
        urlset(url("<title>Blog</title>")),
        urlset(url(address="/blog/")),
        urlset(url(address="https://elsewhere.example/blog/")),
        urlset(url(address=f"{HOST}/é/")),
        urlset(url("<image:image><image:title>A</image:title></image:image>")),
        urlset(url("<image:image><image:title>A</image:title><image:loc>https://a.b/c</image:loc></image:image>")),
        urlset("<sitemap><loc>https://practice.example/a.xml</loc></sitemap>"),
        f"{HEAD}<sitemapindex {SPACES}><sitemap><loc>{HOST}/a.xml</loc>{PICTURE}</sitemap></sitemapindex>",
        urlset(url(BOTH, address=f"{HOST}/a/")),
        urlset(url(BOTH, address=f"{HOST}/a/") + url(link("en", "/a/"), address=f"{HOST}/es/a/")),
        urlset(url(BOTH) + url(BOTH, address=f"{HOST}/a/") + url(BOTH, address=f"{HOST}/es/a/")),
        urlset(url(link("en", "/a/"), address=f"{HOST}/a/")),
        urlset(url(link("english", "/a/") + link("es", "/b/"), address=f"{HOST}/a/")),
        urlset(url(link("en", "/a/", ' title="A"'), address=f"{HOST}/a/")),
        f"{HEAD}<html/>",
    ],
)  # fmt: skip
def test_whatever_the_schema_does_not_allow_is_found(text):
    assert faults(text, HOST)
