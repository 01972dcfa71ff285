import html

import pytest
from django.contrib.admin.models import LogEntry

from intake.content import Content, to_document
from intake.models import Inquiry
from outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/intake/inquiry/"


@pytest.fixture
def inquiry():
    content = Content(
        name="Rowan Sentinel",
        route="call-no-voicemail",
        phone="(555) 010-0123",
        state="NY",
        for_whom="me",
        age="13-17",
        message="Sundays are hard.\n<script>alert(1)</script>",
    )
    return Inquiry.objects.create(content=to_document(content))


def address(inquiry, page="change"):
    return f"{LIST}{inquiry.pk}/{page}/"


def sign_in(client, *roles, **fields):
    user = factories.make_user(*roles, **fields)
    client.force_login(user)
    return user


def test_a_coordinator_finds_an_inquiry_and_reads_it_as_text(client, inquiry):
    sign_in(client, "coordinator")
    listed = client.get(LIST).content.decode()
    assert inquiry.reference in listed
    page = client.get(address(inquiry)).content.decode()
    for words in [
        "Rowan Sentinel",
        "(555) 010-0123",
        "Leave no voicemail.",
        "New York",
        "under 18",
    ]:
        assert words in page
    assert "Sundays are hard.<br>" in page
    assert html.escape("<script>alert(1)</script>") in page
    assert "<script>alert(1)" not in page


def test_a_coordinator_finds_an_inquiry_by_its_reference(client, inquiry):
    other = factories.make_inquiry()
    sign_in(client, "coordinator")
    found = client.get(LIST, {"q": inquiry.reference}).content.decode()
    assert address(inquiry) in found
    assert address(other) not in found


@pytest.mark.parametrize("role", ["author", "editor", "clinician", "manager"])
@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_nobody_else_can(client, inquiry, role, page):
    sign_in(client, role)
    assert client.get(LIST).status_code == 403
    response = client.get(address(inquiry, page))
    assert response.status_code == 403
    assert b"Sentinel" not in response.content


def test_the_desk_says_that_it_is_not_for_real_inquiries_yet_and_the_public_form_does_not(
    client, inquiry
):
    assert b"Not for real inquiries" not in client.get("/get-started/").content
    sign_in(client, "coordinator")
    for page in [LIST, address(inquiry)]:
        assert b"Not for real inquiries" in client.get(page).content


def test_state_and_owner_change_and_what_was_told_does_not(client, inquiry):
    user = sign_in(client, "coordinator")
    data = {"state": "talking", "owner": user.pk, "content": "{}", "is_suspected_spam": "on"}
    assert client.post(address(inquiry), data).status_code == 302
    changed = Inquiry.objects.get()
    assert (changed.state, changed.owner) == ("talking", user)
    assert (changed.content, changed.is_suspected_spam) == (inquiry.content, False)


def test_only_somebody_who_may_read_inquiries_can_own_one(client, inquiry):
    author = factories.make_user("author")
    sign_in(client, "coordinator")
    client.post(address(inquiry), {"state": "talking", "owner": author.pk})
    assert Inquiry.objects.get().owner is None


def test_nothing_personal_reaches_history_messages_or_titles(client, inquiry):
    user = sign_in(client, "coordinator")
    page = client.post(address(inquiry), {"state": "closed", "owner": user.pk}, follow=True)
    assert b"Sentinel" not in client.get(address(inquiry, "history")).content
    assert "Sentinel" not in "".join(str(message) for message in page.context["messages"])
    [entry] = LogEntry.objects.all()
    assert "Sentinel" not in f"{entry.object_repr} {entry.change_message} {entry}"
    assert "Sentinel" not in f"{inquiry} {inquiry!r}"


def test_an_unreadable_inquiry_says_so_and_can_still_be_closed(client):
    inquiry = factories.make_inquiry(content={"version": 99})
    sign_in(client, "coordinator")
    assert client.get(LIST).status_code == 200
    assert b"another version of the site (99)" in client.get(address(inquiry)).content
    client.post(address(inquiry), {"state": "closed", "owner": ""})
    assert Inquiry.objects.get().state == "closed"


def test_a_mistyped_address_shows_on_the_inquiry(client, inquiry):
    Inquiry.objects.update(
        acknowledgment=Message.objects.write(
            "rowan@hoem.example", "Hello", "", state="undelivered", is_confidential=True
        )
    )
    sign_in(client, "coordinator")
    assert b"could not be delivered" in client.get(address(inquiry)).content


def test_inquiries_can_be_told_apart_by_state_owner_and_kind(client, inquiry):
    sign_in(client, "coordinator")
    for query in ["state__exact=new", "is_suspected_spam__exact=0", "owner__isnull=True"]:
        assert inquiry.reference in client.get(f"{LIST}?{query}").content.decode()
    shown = client.get(f"{LIST}?is_suspected_spam__exact=1").content.decode()
    assert inquiry.reference not in shown


def test_nobody_adds_an_inquiry_at_the_desk(client):
    sign_in(client, is_superuser=True)
    assert client.get(f"{LIST}add/").status_code == 403


def test_the_list_costs_the_same_for_three_as_for_ten(client, django_assert_max_num_queries):
    sign_in(client, "coordinator")
    for _ in range(10):
        factories.make_inquiry(owner=factories.make_user())
    with django_assert_max_num_queries(12):
        client.get(LIST)


def test_erasing_an_inquiry_takes_its_mail_along_and_leaves_only_a_reference(client, inquiry):
    sign_in(client, "coordinator")
    inquiry.acknowledgment = Message.objects.create(recipient="rowan@mail.example", subject="Hello")
    inquiry.save()
    page = client.get(address(inquiry, "delete"))
    assert "Rowan" not in page.content.decode()
    client.post(address(inquiry, "delete"), {"post": "yes"})
    assert not Inquiry.objects.exists()
    assert not Message.objects.exists()
    entry = LogEntry.objects.get()
    assert entry.object_repr == inquiry.reference
    assert "Rowan" not in entry.change_message


def test_several_inquiries_are_erased_with_their_mail(client, inquiry):
    sign_in(client, "coordinator")
    inquiry.acknowledgment = Message.objects.create(recipient="rowan@mail.example", subject="Hello")
    inquiry.save()
    data = {"action": "delete_selected", "_selected_action": [inquiry.pk], "post": "yes"}
    client.post(LIST, data)
    assert not Inquiry.objects.exists()
    assert not Message.objects.exists()


def test_changing_the_status_keeps_an_owner_who_has_left(client, inquiry):
    inquiry.owner = factories.make_user("coordinator", is_active=False)
    inquiry.save()
    sign_in(client, "coordinator")
    client.post(address(inquiry), {"state": "closed", "owner": inquiry.owner.pk})
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.owner.is_active) == ("closed", False)
