"""Who may make a private link for a text, how long one opens, and what another one opens: nothing."""

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from blog.asking import views
from blog.asking.standing import MAY_CORRECT, MAY_SEND, Standing
from blog.models import Article, AskedText
from blog.models.asked_texts import KEPT_AFTERWARDS, forget_over
from practice_site.dashboard import attention
from practice_site.kept_pages.which import address_of
from practice_site.logs import JsonFormatter
from tests.blog.asking.links import ANSWERS, TEXT, ask, look, path, say_ready, send
from tests.blog.start.whole_text import proposed
from tests.editing.desk import saved
from tests.factories import make_therapist, make_user

pytestmark = pytest.mark.django_db
ASK = "/admin/blog/article/ask/"


@pytest.fixture
def hana():
    return make_therapist("Hana Wexler")


@pytest.fixture
def link(hana, maker):
    return ask(hana, maker)


def test_both_tables_say_something_of_every_standing():
    assert set(MAY_SEND) == set(MAY_CORRECT) == set(Standing)


@pytest.mark.parametrize(
    ("role", "status"),
    [("editor", 200), ("manager", 200), ("author", 403), ("clinician", 403), ("coordinator", 403)],
)
def test_who_may_publish_may_ask(client, hana, role, status):
    client.force_login(make_user(role))
    assert client.get(ASK).status_code == status
    client.post(ASK, {"therapist": hana.pk})
    assert AskedText.objects.exists() == (status == 200)


def test_the_token_stands_nowhere_in_the_database(link):
    stored = " ".join(map(str, AskedText.objects.values_list().get()))
    assert link.token not in stored
    assert AskedText.objects.by_token(link.token) == link


def test_a_name_of_the_team_is_that_person(client, maker, hana):
    client.force_login(maker)
    client.post(ASK, {"name": "Hana Wexler, PhD"})
    link = AskedText.objects.get()
    assert (link.therapist, link.name, link.created_by) == (hana, "Hana Wexler", maker)


@pytest.mark.parametrize("both", [True, False])
def test_it_is_one_person(client, maker, hana, both):
    client.force_login(maker)
    client.post(ASK, {"name": "Rosa Quill", "therapist": hana.pk} if both else {})
    assert not AskedText.objects.exists()


def test_it_is_mailed_to_the_account_where_that_is_wished(client, maker):
    account = make_user("author", email="hana@practice.example")
    make_therapist("Hana Wexler", user=account)
    client.force_login(maker)
    client.post(ASK, {"name": "Hana Wexler"})
    assert mail.outbox == []
    client.post(ASK, {"name": "Hana Wexler", "is_mailed": "on"})
    letter = mail.outbox[0]
    assert letter.to == ["hana@practice.example"]
    assert AskedText.objects.first().url in letter.body


def test_without_an_address_nothing_is_mailed_and_nothing_is_made(client, maker, hana):
    client.force_login(maker)
    answer = client.post(ASK, {"therapist": hana.pk, "is_mailed": "on"})
    assert "There is no address" in answer.content.decode()
    assert not AskedText.objects.exists()


@pytest.mark.parametrize(
    "closed",
    [
        {"expires_at": timezone.now() - timedelta(minutes=1)},
        {"revoked_at": timezone.now()},
    ],
)
def test_a_closed_link_opens_and_takes_nothing(client, link, closed):
    page = look(client, link)
    AskedText.objects.update(**closed)
    for answer in (client.get(path(link)), say_ready(client, link, page)):
        assert answer.status_code == 404
        assert "This link does not open anything" in answer.content.decode()
    assert not Article.objects.exists()


def test_a_link_that_was_taken_back_is_renewed_under_another_address(client, maker, link):
    old = path(link)
    client.force_login(maker)
    client.post(ASK, {"revoke": str(link.uid)})
    assert client.get(old).status_code == 404
    client.post(ASK, {"renew": str(link.uid)})
    link.refresh_from_db()
    assert client.get(path(link)).status_code == 200
    assert client.get(old).status_code == 404


def test_an_open_one_is_renewed_where_it_is(client, maker, link):
    old = path(link)
    AskedText.objects.update(expires_at=timezone.now() + timedelta(days=1))
    client.force_login(maker)
    client.post(ASK, {"renew": str(link.uid)})
    link.refresh_from_db()
    assert path(link) == old
    assert link.expires_at > timezone.now() + timedelta(days=29)


def test_what_was_begun_by_one_link_is_not_confirmed_by_another(client, link, maker):
    other = ask("Rosa Quill", maker)
    page = look(client, link)
    answer = client.post(path(other), proposed(page) | ANSWERS)
    assert answer.status_code == 200
    assert "open for long" in answer.content.decode()
    assert not Article.objects.exists()


def test_guessing_is_stopped(client, link, monkeypatch):
    monkeypatch.setattr(views, "MOST_WRONG", 2)
    answers = [client.get(f"/t/{uuid.uuid4()}/").status_code for _guess in range(3)]
    assert answers == [404, 404, 429]
    assert client.get(path(link)).status_code == 200


def test_looking_without_end_is_stopped_and_what_was_typed_stays(client, link, monkeypatch):
    monkeypatch.setattr(views, "MOST_LOOKS", 1)
    assert look(client, link).status_code == 200
    answer = look(client, link)
    assert answer.status_code == 429
    assert "It holds string." in answer.content.decode()


def test_a_form_of_another_site_is_not_taken_and_what_was_typed_stays(client, link):
    answer = client.post(path(link), {"text": TEXT}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "It holds string." in answer.content.decode()


def test_no_cookie_is_needed(link):
    client = Client(enforce_csrf_checks=True)
    assert send(client, link)
    assert not client.cookies


def test_the_page_is_never_kept_and_logs_do_not_hold_its_address(client, link, caplog):
    assert address_of(path(link), "") is None
    AskedText.objects.update(revoked_at=timezone.now())
    client.get(path(link))
    written = [JsonFormatter().format(record) for record in caplog.records]
    assert any("/t/…" in line for line in written)
    assert not any(link.token in line for line in written)


def waiting(user):
    return [(item.text, item.url) for item in attention(user) if "has " in item.text]


def test_the_editors_find_it_on_their_front_page_until_they_go_on_with_it(client, link, maker):
    assert waiting(maker) == []
    article = send(client, link)
    draft = f"/admin/blog/article/{article.pk}/change/"
    assert waiting(maker) == [("Hana Wexler has sent a text", draft)]
    assert waiting(make_user("author")) == []
    client.force_login(maker)
    saved(client, article, title="The Drawer")
    assert waiting(maker) == []
    client.logout()
    client.post(path(link), {"correct": "1", "note": "It is “string”."})
    assert waiting(maker) == [("Hana Wexler has something to correct", draft)]


def test_what_was_sent_back_waits_for_its_author_and_no_more_for_the_editors(client, link, maker):
    article = send(client, link)
    client.force_login(maker)
    client.post(
        f"/admin/blog/article/{article.pk}/review/", {"note": "Shorter, please.", "base_version": 1}
    )
    assert waiting(maker) == []
    client.logout()
    send(client, link, "The Lamp\n\nIt was on all night.\n\nNobody knew why.")
    assert len(waiting(maker)) == 1


def test_whom_somebody_asked_is_forgotten_a_while_after_the_link_has_closed(client, link):
    article = send(client, link)
    link.revoke()
    assert forget_over() == 0
    AskedText.objects.update(revoked_at=timezone.now() - KEPT_AFTERWARDS - timedelta(days=1))
    assert forget_over() == 1
    article.refresh_from_db()
    assert article.newest_version().made_by_name == "Hana Wexler"


def test_the_list_asks_as_much_however_long_it_is(client, maker, django_assert_max_num_queries):
    client.force_login(maker)
    client.get(ASK)
    with django_assert_max_num_queries(40) as asked:
        client.get(ASK)
    few = len(asked)
    for number in range(5):
        send(Client(), ask(f"Rosa Quill {number}", maker))
    with django_assert_max_num_queries(few):
        assert client.get(ASK).status_code == 200
