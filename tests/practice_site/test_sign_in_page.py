"""Whoever signs in on a bad line waits for little."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from tests.factories import make_practice

pytestmark = pytest.mark.django_db

ASKED_FOR = re.compile(r'<(?:link|script|img)\b[^>]*\b(?:href|src)="/static/([^"]+)"')
MOST = 5


def test_the_page_for_signing_in_asks_for_few_files(client):
    make_practice()
    names = ASKED_FOR.findall(client.get(reverse("admin:login")).content.decode())
    assert any(name.endswith(".css") for name in names)
    assert all(finders.find(name) for name in names)
    assert len(names) <= MOST
