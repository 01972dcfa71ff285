"""Whom a list of people shows, in order."""

import re


def names_on(page):
    return re.findall(r'<h[23]><a href="/team/[^"]+">([^<]+)</a>', page)
