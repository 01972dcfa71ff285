"""Legal notices at the desk: from “not yet” to a text in force, and the question what stood on a day."""

from datetime import date, timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from pages.models import LegalNotice, NoticeText
from tests.factories import make_notice, make_notice_text, make_practice, make_user

pytestmark = pytest.mark.django_db
LIST = reverse("admin:pages_legalnotice_changelist")
STOOD = reverse("admin:pages_legalnotice_stood")
ELSEWHERE = reverse("admin:pages_legalnotice_elsewhere")
ADD = reverse("admin:pages_noticetext_add")


@pytest.fixture
def manager(client):
    user = make_user("manager", name="Marisol Tennant")
    client.force_login(user)
    return user


def begin(notice):
    return reverse("admin:pages_noticetext_begin_next", args=[notice.pk])


def written(notice, **more):
    return {
        "notice": notice.pk,
        "outcome": "text",
        "title": "How to complain",
        "text": "<p>Tell Walt.</p>",
        "contact_phone": "(555) 010-0143",
        "in_force_from": timezone.localdate().isoformat(),
        **more,
    }


def test_a_text_goes_from_the_list_into_force_and_is_kept_as_it_is(client, manager):
    notice = make_notice("grievance")
    page = client.get(LIST).content.decode()
    assert page.count("not yet") == LegalNotice.objects.count()
    assert begin(notice) in page
    client.post(ADD, written(notice, puts_in_force="on"))
    text = NoticeText.objects.get()
    assert (text.has_stood, text.shown_by) == (True, "Marisol Tennant")
    change = reverse("admin:pages_noticetext_change", args=[text.pk])
    assert not client.get(change).context["has_change_permission"]
    refused = client.post(change, written(notice, title="Words of a second window"))
    assert "Write a later one" in refused.content.decode()
    assert "Words of a second window" in refused.content.decode()
    delete = reverse("admin:pages_noticetext_delete", args=[text.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403
    text.refresh_from_db()
    assert text.title == "How to complain"


def test_a_draft_takes_anything_and_a_text_in_force_nothing_half(client, manager):
    notice = make_notice("grievance")
    half = written(notice, title="", contact_phone="")
    refused = client.post(ADD, {**half, "puts_in_force": "on"})
    assert set(refused.context["adminform"].form.errors) == {"title", "contact_phone"}
    assert not NoticeText.objects.exists()
    assert client.post(ADD, half).status_code == 302
    assert not NoticeText.objects.get().is_shown


def test_a_text_for_a_later_day_waits_and_can_be_taken_back(client, manager):
    notice = make_notice("grievance")
    day = timezone.localdate() + timedelta(days=9)
    later = written(notice, in_force_from=day.isoformat())
    client.post(ADD, {**later, "puts_in_force": "on"})
    text = NoticeText.objects.get()
    assert text.is_shown
    assert not text.has_stood
    change = reverse("admin:pages_noticetext_change", args=[text.pk])
    client.post(change, later)
    text.refresh_from_db()
    assert (text.shown_from, text.shown_by) == (None, "")


def test_the_next_text_begins_as_the_one_that_visitors_read(client, manager):
    notice = make_notice("grievance")
    make_notice_text(notice, timezone.now(), title="Words of now", contact_name="Walt")
    make_notice_text(notice, title="A draft")
    make_notice_text(notice, timezone.now() + timedelta(days=9), title="Not read yet")
    # Corrected later, though for a day before.
    notice.texts.filter(title="Words of now").update(in_force_from=date(2001, 1, 1))
    older = make_notice_text(notice, timezone.now() - timedelta(days=9), title="Words of then")
    assert older.in_force_from > date(2001, 1, 1)
    initial = client.get(begin(notice)).context["adminform"].form.initial
    assert (initial["title"], initial["contact_name"]) == ("Words of now", "Walt")
    assert initial["notice"] == notice.pk


def test_a_model_text_comes_with_the_day_it_was_looked_up(client, manager):
    notice = make_notice("grievance")
    model = {"model_url": "https://agency.example/model"}
    tomorrow = timezone.localdate() + timedelta(days=1)
    for day in ("", tomorrow.isoformat()):
        refused = client.post(ADD, written(notice, **model, model_seen_on=day))
        assert "model_seen_on" in refused.context["adminform"].form.errors


def test_what_stood_on_a_day_is_shown_text_for_text(client, manager):
    notice = make_notice("grievance")
    now = timezone.now()
    make_notice_text(notice, now - timedelta(days=400), text="<p>Old words</p>")
    make_notice_text(notice, now - timedelta(days=10), outcome="not-for-us", reason="We are two.")
    make_notice_text(notice, now - timedelta(days=1), text="<p>New words</p>")

    def shown(days):
        day = timezone.localdate() - timedelta(days=days)
        return client.get(STOOD, {"on": day.isoformat()}).content.decode()

    assert "Old words" in shown(300)
    assert "New words" not in shown(300)
    assert "We are two." in shown(5)
    assert "New words" in shown(0)
    assert "Old words" not in shown(500)


@pytest.mark.parametrize("day", ["2199-01-01", "2026-02-31", "x", "0000-00-00", ""])
def test_a_day_that_is_none_or_has_not_come_says_so(client, manager, day):
    page = client.get(STOOD, {"on": day})
    assert page.status_code == 200
    assert page.context["form"].errors


def test_one_press_turns_the_american_set_off_and_another_back_to_be_decided(client, manager):
    make_notice_text(make_notice("good-faith-estimate"), timezone.now(), title="Estimate")
    client.post(ELSEWHERE, {"decided_by": "Marisol Tennant", "wish": "off"})
    assert not NoticeText.objects.public().exists()
    assert ELSEWHERE in client.get(LIST).content.decode()
    assert "does not apply to us" in client.get(LIST).content.decode()
    client.post(ELSEWHERE, {"decided_by": "Marisol Tennant", "wish": "on"})
    assert "does not apply to us" not in client.get(LIST).content.decode()


@pytest.mark.parametrize("wish", ["on", "", "x", None])
def test_a_press_in_a_second_window_takes_no_text_from_the_site(client, manager, wish):
    """Where it offered to decide them again, and somebody did so meanwhile."""
    make_notice_text(make_notice("good-faith-estimate"), timezone.now(), title="Estimate")
    client.post(ELSEWHERE, {"decided_by": "Dana"} | ({} if wish is None else {"wish": wish}))
    assert [text.title for text in NoticeText.objects.public()] == ["Estimate"]


def test_pressing_off_twice_is_pressing_it_once(client, manager):
    make_notice("good-faith-estimate")
    for _window in range(2):
        client.post(ELSEWHERE, {"decided_by": "Dana", "wish": "off"})
    assert "does not apply to us" in client.get(LIST).content.decode()
    assert NoticeText.objects.filter(notice__kind="good-faith-estimate").count() == 1


def test_nobody_turns_it_off_without_a_name_or_by_looking(client, manager):
    for send in (client.get, lambda url: client.post(url, {"decided_by": " ", "wish": "off"})):
        assert send(ELSEWHERE).status_code == 200
    assert not NoticeText.objects.exists()


def test_whoever_may_only_read_sees_what_stood_and_turns_nothing_off(client):
    client.force_login(make_user("coordinator"))
    assert client.get(STOOD).status_code == 200
    assert ELSEWHERE not in client.get(LIST).content.decode()
    assert client.post(ELSEWHERE, {"decided_by": "x", "wish": "off"}).status_code == 403
    client.force_login(make_user("editor"))
    assert client.get(STOOD).status_code == 403


def test_hung_up_in_the_office_is_written_down_for_texts_in_force(client, manager):
    standing, draft = make_notice("privacy-practices"), make_notice("grievance")
    make_notice_text(standing, timezone.now())
    make_notice_text(draft)
    chosen = [standing.pk, draft.pk]
    answer = client.post(LIST, {"action": "hung_up", "_selected_action": chosen})
    assert [str(one) for one in get_messages(answer.wsgi_request)] == ["Written down for 1 notice."]
    days = {text.notice_id: text.in_office_on for text in NoticeText.objects.all()}
    assert days == {standing.pk: timezone.localdate(), draft.pk: None}


def test_a_notice_with_texts_in_force_stays_what_it_is(client, manager):
    notice = make_notice("board")
    make_notice_text(notice, timezone.now())
    change = reverse("admin:pages_legalnotice_change", args=[notice.pk])
    assert client.post(change, {"kind": "grievance"}).status_code == 403
    delete = reverse("admin:pages_legalnotice_delete", args=[notice.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403


def test_a_day_before_the_first_text_says_that_nothing_stood(client, manager):
    page = client.get(STOOD, {"on": date(2001, 1, 1).isoformat()}).content.decode()
    assert page.count("Nothing stood.") == LegalNotice.objects.count()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Adak", "UTC"])
@pytest.mark.parametrize("day", ["0001-01-01", "1582-10-15", "9999-12-31"])
def test_a_day_at_the_ends_of_the_calendar_breaks_no_page(client, manager, day, zone):
    make_practice(time_zone=zone)
    notice = make_notice("grievance")
    answer = client.post(ADD, written(notice, in_force_from=day, puts_in_force="on"))
    assert answer.status_code in (200, 302)
    texts = reverse("admin:pages_noticetext_changelist")
    for address in ("/", LIST, texts, f"{STOOD}?on={day}", f"{STOOD}?on=2026-03-03"):
        assert client.get(address).status_code == 200, address
