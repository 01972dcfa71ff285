import pytest

from outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/outbox/message/"


def write(**fields):
    fields = {"state": "undelivered", "attempts": 16, "last_error": "Refused (550).", **fields}
    return Message.objects.write("rowan@home.example", "Hello", "A secret link", **fields)


def page_of(client, message):
    return client.get(f"{LIST}{message.pk}/change/").content.decode()


@pytest.mark.parametrize("role", ["manager", "coordinator"])
def test_mail_that_was_not_delivered_shows_why_and_not_where_to(client, role):
    message = write()
    client.force_login(factories.make_user(role))
    assert "Not delivered" in client.get(LIST).content.decode()
    page = page_of(client, message)
    assert "rowan@home.example" not in page
    assert "only the email worker can read it" in page
    assert "Refused (550)." in page


@pytest.mark.parametrize(
    "fields",
    [{"is_confidential": True}, {"state": "waiting"}, {"state": "sent"}],
)
def test_the_address_is_shown_only_where_somebody_has_to_act(client, fields):
    message = write(**fields)
    client.force_login(factories.make_user("manager"))
    assert "rowan@home.example" not in page_of(client, message)
    assert "rowan@home.example" not in client.get(LIST).content.decode()


def test_the_text_is_shown_to_nobody(client):
    message = write()
    client.force_login(factories.make_user(is_superuser=True))
    assert "A secret link" not in page_of(client, message)


def try_again(client, *messages):
    data = {"action": "try_again", "_selected_action": [message.pk for message in messages]}
    return client.post(LIST, data, follow=True)


def test_trying_again_puts_undelivered_mail_back_and_leaves_the_rest(client):
    undelivered, sent = write(), write(state="sent")
    client.force_login(factories.make_user("coordinator"))
    assert b"One email goes out again" in try_again(client, undelivered, sent).content
    undelivered.refresh_from_db()
    sent.refresh_from_db()
    assert (undelivered.state, undelivered.attempts) == ("waiting", 0)
    assert sent.state == "sent"


def test_somebody_may_decide_that_a_mail_need_not_arrive(client):
    waiting, sent = write(state="waiting", is_our_fault=True), write(state="sent")
    client.force_login(factories.make_user("coordinator"))
    data = {"action": "stop_trying", "_selected_action": [waiting.pk, sent.pk]}
    assert b"One email is not sent any more" in client.post(LIST, data, follow=True).content
    waiting.refresh_from_db()
    sent.refresh_from_db()
    assert (waiting.state, waiting.is_our_fault, sent.state) == ("undelivered", False, "sent")
    assert b"Only email that waits" in client.post(LIST, data, follow=True).content


def test_mail_that_was_sent_is_not_sent_again(client):
    client.force_login(factories.make_user("coordinator"))
    assert b"Only email that was not delivered" in try_again(client, write(state="sent")).content


@pytest.mark.parametrize("role", ["author", "editor", "clinician"])
def test_nobody_else_sees_mail(client, role):
    message = write()
    client.force_login(factories.make_user(role))
    assert client.get(LIST).status_code == 403
    assert client.get(f"{LIST}{message.pk}/change/").status_code == 403


def test_nobody_writes_changes_or_removes_mail(client):
    message = write()
    client.force_login(factories.make_user(is_superuser=True))
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.get(f"{LIST}{message.pk}/delete/").status_code == 403
    assert client.post(f"{LIST}{message.pk}/change/", {"subject": "x"}).status_code == 403
