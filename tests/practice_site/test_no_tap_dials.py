"""Whoever brushes against crisis help with a thumb calls nobody: what dials stands inside of what is opened."""

from html.parser import HTMLParser

import pytest

from pages import error_page_facts
from pages.models import CrisisResource
from practice_site import errors
from tests import factories
from tests.factories import (
    make_page,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)

pytestmark = pytest.mark.django_db
ABOUT = "<p>When somebody you love talks about suicide, you may not know what to say.</p>"


class Dialing(HTMLParser):
    """``at_once``: links of a page that dial, outside of everything that is folded."""

    def __init__(self, text):
        super().__init__()
        self.folded, self.at_once, self.inside = 0, [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "details":
            assert "open" not in values or "more" in (values.get("class") or "")
            self.folded += 1
        address = values.get("href") or ""
        if tag == "a" and address.startswith(("tel:", "sms:")):
            (self.inside if self.folded else self.at_once).append(address)

    def handle_endtag(self, tag):
        self.folded -= tag == "details"


@pytest.fixture
def addresses():
    make_practice(phone="(555) 010-0199")
    CrisisResource.objects.all().delete()
    for kind in ("any", "home", "other"):
        CrisisResource.objects.create(
            name=kind, text="Awake.", kind=kind, call="988", text_to="741741", deaf_call="988"
        )
    error_page_facts.refresh()
    specialty = make_specialty("Grief")
    therapist = make_therapist("Hana Wexler")
    make_published_article("The drawer", [therapist], [specialty], body=ABOUT)
    make_page("Fees")
    code = factories.person_keys.new_code()
    factories.make_inquiry(factories.make_content(), code=code)
    return [
        "/", "/team/", "/team/?room=1", "/team/hana-wexler/", "/specialties/", "/specialties/grief/",
        "/approaches/", "/blog/", "/blog/by/month/", "/blog/the-drawer/", "/contact/", "/fees/",
        "/get-started/", "/search/?q=i+want+to+die", "/r/", f"/r/{code}/", f"/r/{code}/?new",
        "/nowhere/",
    ]  # fmt: skip


def assert_no_tap_dials(text, where):
    found = Dialing(text)
    assert {"tel:988", "sms:741741"} <= set(found.inside), where
    # The practice's own number is no crisis help.
    assert set(found.at_once) <= {"tel:+15550100199"}, where


def test_no_page_dials_crisis_help_at_once(client, addresses, settings, tmp_path):
    settings.STATE_DIR = tmp_path
    error_page_facts.refresh()
    for address in addresses:
        assert_no_tap_dials(client.get(address).text, address)


@pytest.mark.parametrize("template", ["errors/error.html", "errors/plain.html"])
def test_no_error_page_does(addresses, settings, tmp_path, template, monkeypatch):
    settings.STATE_DIR = tmp_path
    error_page_facts.refresh()
    real = errors.render_to_string

    def draw(name, context):
        if name != template and template.endswith("plain.html"):
            raise ValueError("no such style sheet")
        return real(name, context)

    monkeypatch.setattr(errors, "render_to_string", draw)
    for status in errors.MESSAGES:
        assert_no_tap_dials(errors.page(status).text, status)


def test_a_form_that_was_refused_does_not_either(client, addresses):
    factories.open_intake()
    assert_no_tap_dials(client.post("/get-started/", {"name": "Rowan"}).text, "refused")
