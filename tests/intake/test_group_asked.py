"""Whoever comes from a group's page asks about that group: it is named before and after sending, at the desk and to
whom it is offered, and kept nowhere else."""

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from intake.models import Inquiry
from tests import factories
from tests.factories import make_group, make_practice, open_intake
from tests.intake.coordinators import text_of, unlock
from tests.intake.persons import answers

pytestmark = pytest.mark.django_db
PAGE = "/get-started/"


@pytest.fixture(autouse=True)
def form():
    make_practice()
    open_intake()


@pytest.fixture
def group():
    return make_group("Living on", slug="living-on", room="waitlist")


def test_its_page_leads_to_the_form_which_names_it_first(client, group):
    assert f'href="{PAGE}?group=living-on"' in client.get(group.get_absolute_url()).text
    page = client.get(PAGE, {"group": "living-on"}).text
    assert "<h1>You asked about Living on</h1>" in page
    assert '<option value="living-on" selected>' in page
    assert page.index("You asked about") < page.index('name="name"')


@pytest.mark.parametrize("slug", ["nothing-here", "draft", "<script>", "x" * 300])
def test_what_is_no_group_of_ours_is_left_out(client, group, slug):
    make_group("Secret", slug="draft", state="draft", publish_at=None)
    page = client.get(PAGE, {"group": slug}).text
    assert "You asked about" not in page
    assert "Secret" not in page
    client.post(PAGE, answers(group=slug))
    assert factories.told(Inquiry.objects.get()).group == ""


def test_where_there_is_none_the_form_does_not_ask(client):
    assert "A group or workshop?" not in client.get(PAGE).text
    make_group()
    assert "A group or workshop?" in client.get(PAGE).text


def test_what_was_asked_about_is_sealed_and_said_to_them_and_at_the_desk(client, group):
    sent = client.post(PAGE, answers(group="living-on"), follow=True)
    assert "You asked about “Living on”." in sent.text
    inquiry = Inquiry.objects.get()
    assert factories.told(inquiry).group == "Living on"
    row = Inquiry.objects.values().get()
    assert not any("living" in str(value).lower() for value in row.values())
    coordinator = factories.make_user("coordinator")
    factories.make_key_holder(coordinator)
    client.force_login(coordinator)
    unlock(client)
    page = text_of(client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/"))
    assert "Asks about the group" in page
    assert "Living on" in page


def test_a_group_that_is_over_by_the_time_they_send_is_kept_all_the_same(client, group):
    page = answers(group="living-on")
    group.ends_on = timezone.localdate() - timezone.timedelta(days=1)
    group.save()
    client.post(PAGE, page)
    assert factories.told(Inquiry.objects.get()).group == "Living on"


def test_whoever_is_asked_whether_they_have_room_reads_it():
    told = factories.make_content(group="Living on")
    text = render_to_string("intake/offer_summary.txt", {"told": told})
    assert "Asks about the group: Living on" in text
    assert "group" not in render_to_string(
        "intake/offer_summary.txt", {"told": factories.make_content()}
    )
