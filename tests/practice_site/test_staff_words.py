"""Staff words only: one list of words of the trade, held against every page of the desk."""

import html
import re

import pytest
from django.contrib import admin
from django.urls import reverse

from tests import factories
from tests.factories import make_user
from tests.practice_site.one_of_each import MAKE
from tests.practice_site.staff_words import SAID_INSTEAD

pytestmark = pytest.mark.django_db
UNSEEN = re.compile(r"<(script|style|svg|template)\b.*?</\1>|<[^>]*>", re.S)
SHOWN = re.compile(r'(?:aria-label|title|alt|placeholder|value)="([^"]*)"')
WORDS = re.compile(rf"\b(?:{'|'.join(map(re.escape, SAID_INSTEAD))})\b", re.I)
# What "leads" somewhere is no inquiry.
FINE = re.compile(
    r"\b(?:leads? (?:to|on|there|nowhere|somewhere|visitors|now)|that leads|lead image|would lead)\b",
    re.I,
)


def shown(page):
    """What somebody reads on a page, or hears."""
    markup = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", page, flags=re.S)
    buttons = re.findall(r'<input[^>]*type="submit"[^>]*>', markup)
    labels = [label for button in buttons for label in SHOWN.findall(button)]
    labels += re.findall(r'aria-label="([^"]*)"', markup)
    text = html.unescape(" ".join([UNSEEN.sub(" ", markup), *labels]))
    return FINE.sub(" ", re.sub(r"\s+", " ", text))


def trade_words(client, address):
    page = client.get(address, follow=True)
    assert page.status_code == 200, address
    text = shown(page.content.decode())
    return [text[max(0, m.start() - 40) : m.end() + 40] for m in WORDS.finditer(text)]


@pytest.mark.parametrize("label", sorted(MAKE))
def test_no_page_of_the_desk_speaks_of_the_trade(client, label):
    user = make_user("manager", "coordinator", "editor", "author", "clinician")
    client.force_login(user)
    row = MAKE[label](user)
    if label == "intake.Inquiry":
        factories.make_key_holder(user)
        client.post("/admin/room/unlock/", {"passphrase": factories.PASSPHRASE})
    model_admin = next(
        a for m, a in admin.site._registry.items() if m._meta.label == label.split(" ")[0]
    )
    stem = f"admin:{row._meta.app_label}_{row._meta.model_name}"
    addresses = [reverse(f"{stem}_changelist")]
    addresses += [reverse(f"{stem}_{name}", args=[row.pk]) for name in ("change", "history")]
    for name, arguments in (("add", []), ("delete", [row.pk])):
        if may_do(getattr(model_admin, f"has_{name}_permission"), client, user, row, name):
            addresses.append(reverse(f"{stem}_{name}", args=arguments))
    own = {route.name for route in getattr(model_admin, "routes", [])}
    for name, arguments in (("share", [row.pk]), ("trash", [])):
        if name in own:
            addresses.append(reverse(f"{stem}_{name}", args=arguments))
    for address in addresses:
        assert trade_words(client, address) == [], address


def may_do(may, client, user, row, name):
    request = client.request().wsgi_request
    request.user = user
    return may(request) if name == "add" else may(request, row)


@pytest.mark.parametrize("name", ["index", "blog_article_start", "editing_redirect_fill"])
def test_nor_do_the_other_pages(client, name):
    client.force_login(make_user("manager"))
    assert trade_words(client, reverse(f"admin:{name}")) == []
