"""Whoever has every text of the database has no link, no code and no cookie of anybody."""

import re

import pytest
from django.core import mail
from django.db import connection

from blog.models import AskedText
from editing.models import Capacity, PreviewLink, Version
from intake import tokens
from intake.documents import person_keys
from intake.models import Inquiry
from intake.offers import asking
from outbox import jobs
from team.models import RoomLink
from tests import factories
from tests.staff.password_links import FORGOTTEN, link_in
from tests.whole_database import every_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts_and_doors(client, practice):
    """Every text there is once each kind of private address is in use, and the addresses themselves."""
    ana = factories.make_user("editor")
    inquiry = factories.make_inquiry(code=(code := person_keys.new_code()))
    asked = []
    hana = factories.make_therapist("Hana Wexler", user=factories.make_user("clinician"))
    with pytest.MonkeyPatch.context() as patch:
        real = asking.new_code
        patch.setattr(asking, "new_code", lambda: asked.append(real()) or asked[-1])
        asking.ask(inquiry, hana, "An adult, evenings.", ana)
    article = factories.make_article("On sleep", ["Rosa Quill"])
    version = Version.objects.create(content=article, number=1, data={}, substance="x")
    link = PreviewLink(version=version, reader="Hana", capacity=Capacity.READER, expires_at=None)
    link.save()
    tokens.spend(tokens.read(form := tokens.issue()), ["an answer"])
    client.post(FORGOTTEN, {"email": ana.email})
    jobs.run_queues()
    reset = link_in(mail.outbox[-1].body)
    # Opened, and not used yet.
    client.get(reset)
    doors = {
        "/r/{}/": person_keys.in_groups(code),
        "/c/{}/": person_keys.in_groups(asked[0]),
        "/p/{}/": link.token,
        "/t/{}/": AskedText.objects.create(name="Hana").token,
        "/o/{}/": RoomLink.objects.create(therapist=factories.make_therapist()).token,
        f"/admin/password/{reset.split('/')[3]}/{{}}/": reset.split("/")[4],
    }
    return {text for text in every_text() if text}, doors, form


def test_no_text_is_a_private_address(texts_and_doors):
    texts, doors, form = texts_and_doors
    assert len(texts) > 200
    for code in [*doors.values(), form]:
        assert code not in texts
        assert not any(code in text or code.replace("-", "") in text for text in texts)


def test_each_address_opens_with_its_code_and_with_no_text(texts_and_doors, client):
    texts, doors, _form = texts_and_doors
    digests = {text for text in texts if re.fullmatch(r"[0-9a-f-]{32,64}", text)}
    assert len(digests) > 8
    for address, code in doors.items():
        visitor = client.__class__()
        good = visitor.get(address.format(code), follow=True)
        assert good.status_code == 200, address
        for text in digests:
            answer = visitor.get(address.format(text), REMOTE_ADDR="203.0.113.7", follow=True)
            assert answer.content != good.content, (address, text)
            assert answer.status_code in (404, 429) or "no longer works" in answer.content.decode()


def test_no_text_finds_a_row_by_being_taken_for_a_code(texts_and_doors):
    texts, _doors, _form = texts_and_doors
    for text in texts:
        code = person_keys.read_code(text)
        if code:
            digest = person_keys.link_digest(code)
            assert not Inquiry.objects.filter(link_digest=digest).exists()
            assert asking.find(code) is None
        assert PreviewLink.objects.by_token(text) is None
        assert AskedText.objects.by_token(text) is None
        assert RoomLink.objects.by_token(text) is None
        assert tokens.read(text) is None


def test_the_search_would_find_one(texts_and_doors):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pages_practice SET email = 'k7-plain-code@x.example'")
    assert "k7-plain-code" in set(every_text())
