"""An address that carries a code is kept nowhere: in no log, by no browser, and by nothing between."""

import re

import pytest

from intake import tokens
from intake.offers import asking
from outbox.models import Message
from practice_site.logs import JsonFormatter
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.persons import PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
GROUPS = PAGE.split("/")[2]


@pytest.mark.parametrize("kind", ["r", "c"])
@pytest.mark.parametrize("between", ["-", " ", "/", "%20", "%2F", "%0A", ". "])
def test_no_code_stands_in_the_log_however_it_was_typed(client, caplog, inquiry, kind, between):
    typed = f"/{kind}/{GROUPS.replace('-', between)}/"
    client.get(typed)
    client.get(typed.rstrip("/"))
    client.post(typed, {"token": "too old", "words": "x"})
    client.get(f"{typed}more/")
    records = [row for row in caplog.records if not row.name.startswith("django.db")]
    lines = [JsonFormatter().format(row) for row in records]
    assert lines, "a page that is not there is logged"
    for part in GROUPS.split("-"):
        assert part not in "\n".join(lines)


def test_a_page_without_its_slash_is_kept_nowhere(client, inquiry):
    page = client.get(PAGE.rstrip("/"))
    assert page.status_code == 200
    assert "Location" not in page.headers
    assert "no-store" in page.headers["Cache-Control"]
    assert "Your message is with us" in text_of(page)
    sent = client.post(PAGE.rstrip("/"), {"token": tokens.issue(), "words": "Tuesdays"})
    assert sent.status_code == 303
    assert inquiry.entries.count() == 1


def test_an_offer_without_its_slash_is_kept_nowhere(client, inquiry):
    user = factories.make_user("clinician")
    asking.ask(inquiry, factories.make_therapist(user=user), "An adult.", by=None)
    page = client.get(re.search(r"/c/[\w-]+", Message.objects.get().recipient_and_body()[1])[0])
    assert page.status_code == 200
    assert "Location" not in page.headers
    assert "no-store" in page.headers["Cache-Control"]
    assert "An adult." in text_of(page)


@pytest.mark.parametrize("kind", ["r", "c"])
def test_a_wrong_code_without_its_slash_is_kept_nowhere_either(client, inquiry, kind):
    page = client.get(f"/{kind}/7K2M-ABCD-EFGH-0188")
    assert page.status_code == 404
    assert "no-store" in page.headers["Cache-Control"]
