"""The sitemap as a search engine reads it: the index, then each section that it names."""

import re
from html import unescape
from urllib.parse import urlsplit

LOC = re.compile(r"<loc>(.*?)</loc>")


def sections(client):
    """{path of a section: its text}"""
    return {path: text_at(client, path) for path in paths_in(text_at(client, "/sitemap.xml"))}


def public_paths(client):
    return [path for text in sections(client).values() for path in paths_in(text)]


def dates(client):
    """{path: the day of its last change}"""
    entry = re.compile(r"<loc>([^<]*)</loc><lastmod>([^<]*)</lastmod>")
    found = [pair for text in sections(client).values() for pair in entry.findall(text)]
    return {urlsplit(unescape(address)).path: day for address, day in found}


def text_at(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def paths_in(text):
    return [urlsplit(unescape(address)).path for address in LOC.findall(text)]
