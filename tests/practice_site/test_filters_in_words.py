"""What a list is narrowed by says so in words that stand for themselves."""

import re

import pytest

from tests import factories
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    client.force_login(make_user("manager"))
    return client


def chips(page):
    return re.findall(r'<span class="chip is-on">([^<]+)<', page.text)


def test_a_bare_yes_or_no_comes_with_its_question(manager):
    factories.make_therapist()
    assert chips(manager.get("/admin/team/therapist/?is_listed__exact=1")) == [
        "Shown on the site: yes"
    ]
    named = chips(manager.get("/admin/team/therapist/?availability__exact=accepting"))
    assert named == ["Accepting new clients"]


def test_having_none_is_said_and_not_drawn(manager):
    factories.make_article(specialties=[factories.make_specialty()])
    page = manager.get("/admin/blog/article/?specialties__isnull=True")
    assert chips(page) == ["Specialties: none"]
    assert ">–</a>" not in page.text
