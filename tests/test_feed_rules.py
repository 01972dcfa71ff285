"""The validator of feeds sees what is wrong, or nothing that it finds right is worth anything."""

import json

import pytest

from tests.feed_rules import atom_faults, json_faults, rss_faults

ITEM = (
    "<item><title>Rest</title><link>https://a.example/rest/</link><guid isPermaLink='false'>urn:uuid:1</guid>"
    "<pubDate>Sun, 15 Nov 2026 15:30:00 +0000</pubDate></item>"
)
CHANNEL = (
    "<title>House</title><link>https://a.example/</link><description>Texts</description>"
    "<atom:link rel='self' href='https://a.example/feed/'/>"
)
ENTRY = (
    "<entry><id>urn:uuid:1</id><title>Rest</title><updated>2026-11-15T15:30:00+00:00</updated>"
    "<author><name>Ines</name></author><link rel='alternate' href='https://a.example/rest/'/></entry>"
)
FEED = "<id>https://a.example/</id><title>House</title><updated>2026-11-15T15:30:00Z</updated>"
MEDIA = "xmlns:media='http://search.yahoo.com/mrss/'"


def rss(channel):
    return f"<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' {MEDIA}><channel>{channel}</channel></rss>"


def atom(feed):
    return f"<feed xmlns='http://www.w3.org/2005/Atom' {MEDIA}>{feed}</feed>"


def of_json(item=(), **feed):
    one = {"id": "urn:uuid:1", "content_html": "<p>x</p>"} | dict(item)
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "House", "items": [one]}
    return json.dumps({name: value for name, value in (whole | feed).items() if value is not None})


def test_what_the_rules_allow_is_right():
    assert rss_faults(rss(CHANNEL + ITEM)) == []
    assert atom_faults(atom(FEED + ENTRY)) == []
    assert json_faults(of_json()) == []


@pytest.mark.parametrize(
    "channel",
    [
        CHANNEL.replace("<title>House</title>", ""),
        CHANNEL.replace("https://a.example/</link>", "/</link>"),
        CHANNEL.replace("rel='self'", "rel='via'"),
        CHANNEL + "<language>English please</language>",
        CHANNEL + "<headline>x</headline>",
        CHANNEL + "<image><url>https://a.example/i.png</url><title>Other</title><link>https://a.example/</link></image>",
        CHANNEL + ITEM + ITEM,
        CHANNEL + ITEM.replace("Sun, 15 Nov 2026 15:30:00 +0000", "2026-11-15"),
        CHANNEL + ITEM.replace("<title>Rest</title>", ""),
        CHANNEL + ITEM.replace(" isPermaLink='false'", ""),
        CHANNEL + ITEM.replace("</item>", "<media:content url='/a.jpg'/></item>"),
        CHANNEL + ITEM.replace("</item>", "<media:content url='https://a.example/a.jpg' width='0'/></item>"),
    ],
)  # fmt: skip
def test_whatever_rss_does_not_allow_is_found(channel):
    assert rss_faults(rss(channel))


@pytest.mark.parametrize(
    "feed",
    [
        FEED.replace("<id>https://a.example/</id>", ""),
        FEED.replace("T15:30:00Z", ""),
        FEED + "<icon>/icon.png</icon>",
        FEED + "<headline>x</headline>",
        FEED + ENTRY + ENTRY,
        FEED + ENTRY.replace("<author><name>Ines</name></author>", ""),
        FEED + ENTRY.replace("<name>Ines</name>", "<name/>"),
        FEED + ENTRY.replace("urn:uuid:1", "1"),
        FEED + ENTRY.replace("https://a.example/rest/", "/rest/"),
        FEED + ENTRY.replace("<link rel='alternate' href='https://a.example/rest/'/>", ""),
        FEED + ENTRY.replace("</entry>", "<category/></entry>"),
        FEED + ENTRY.replace("</entry>", "<content type='html'>&lt;a href=\"/x/\"&gt;</content></entry>"),
    ],
)  # fmt: skip
def test_whatever_atom_does_not_allow_is_found(feed):
    assert atom_faults(atom(feed))


@pytest.mark.parametrize(
    "text",
    [
        of_json(version="https://jsonfeed.org/version/1"),
        of_json(title=None),
        of_json(headline="x"),
        of_json(icon="/icon.png"),
        of_json(item={"content_html": ""}),
        of_json(item={"id": ""}),
        of_json(item={"id": 1}),
        of_json(item={"date_published": "15 November"}),
        of_json(item={"authors": [{}]}),
        of_json(item={"authors": [{"url": "/team/"}]}),
        of_json(item={"tags": [1]}),
        of_json(item={"content_html": '<img src="/a.jpg">'}),
        of_json(items=[{"id": "1", "content_text": "x"}] * 2),
    ],
)
def test_whatever_json_feed_does_not_allow_is_found(text):
    assert json_faults(text)
