"""Which scripts pages of the desk load: ours, and the few that are named here."""

import re

import pytest
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse

from tests import factories
from tests.factories import make_user
from tests.practice_site.one_of_each import MAKE

pytestmark = pytest.mark.django_db

OURS = "/static/js/"
# Before anything is drawn, it knows which of the two lights somebody chose.
OTHERS = {"/static/admin/js/theme.js"}
LABELS = sorted({label.split()[0] for label in MAKE})


def addresses(row):
    yield from (
        reverse(admin_urlname(row._meta, kind), args=args)
        for kind, args in [
            ("changelist", []),
            ("add", []),
            ("change", [row.pk]),
            ("delete", [row.pk]),
            ("history", [row.pk]),
        ]
    )


def scripts_of(html):
    return re.findall(r"<script\b[^>]*?\bsrc=\"([^\"]+)\"", html)


@pytest.mark.parametrize("label", LABELS)
def test_no_page_of_a_model_loads_the_stock_scripts(client, label):
    user = make_user(is_superuser=True)
    client.force_login(user)
    row = MAKE[label](user)
    pages = {address: client.get(address) for address in addresses(row)}
    assert any(page.status_code == 200 for page in pages.values())
    others = {
        (address, script)
        for address, page in pages.items()
        for script in scripts_of(page.text)
        if not script.startswith(OURS) and script not in OTHERS
    }
    assert others == set()


def test_a_form_says_what_an_address_is_made_from_until_somebody_may_have_saved_it(client):
    client.force_login(make_user("manager"))
    made_from = 'data-made-from="id_title"'
    assert made_from in client.get("/admin/pages/page/add/").text
    page = factories.make_page()
    assert (made_from in client.get(address_of(page)).text) == (not page.was_public)
    page.publish()
    assert made_from not in client.get(address_of(page)).text


def address_of(row):
    return reverse(admin_urlname(row._meta, "change"), args=[row.pk])


def test_what_is_saved_beside_a_form_goes_back_to_it_and_not_to_a_list(client):
    client.force_login(make_user("manager"))
    typed = {"name": "Grief", "slug": "", "order": "0", "_popup": "1", "_to_field": "id"}
    answer = client.post("/admin/team/specialty/add/", typed)
    assert answer.status_code == 200
    assert "data-saved-beside" in answer.text
    assert scripts_of(answer.text) == ["/static/js/desk/beside.js"]


def test_a_page_published_beside_a_form_goes_back_to_it_as_well(client):
    client.force_login(make_user("manager"))
    typed = {"title": "Fees", "slug": "", "lede": "", "body": "<p>What it costs.</p>"}
    beside = {"_popup": "1", "_to_field": "id", "_publish": "1"}
    assert "data-saved-beside" in client.post("/admin/pages/page/add/", typed | beside).text
