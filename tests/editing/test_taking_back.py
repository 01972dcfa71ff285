"""Changes that are saved and not on the site are taken back with one press, and nothing is lost by it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import AskedText
from editing import contents, review_steps, swapping
from editing.models import PreviewLink, ReviewStep, WorkingCopy
from groups.models import Group
from practice_site.dashboard import attention
from staff.admin_routes import address
from tests.editing.desk import form_of
from tests.factories import make_group, make_page, make_published_article, make_therapist, make_user
from tests.team.next_texts import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("practice")]
TAKEN, ABSENT = "The changes are taken back.", "no changes wait here any more"


def article(title):
    return make_published_article(title, ["Rosa"])


def group(title):
    return make_group(title, [make_therapist("Rosa Quill")])


def save(client, row, **typed):
    typed |= {"room": row.room} if isinstance(row, Group) else {}
    client.answer = client.post(address(row, "change", row.pk), form_of(row, **typed), follow=True)
    row.refresh_from_db()
    return row


def take_back(client, row, **typed):
    typed = {"base_version": row.latest_version} | typed
    client.answer = client.post(address(row, "take_back", row.pk), typed, follow=True)
    row.refresh_from_db()
    return client.answer.text


def form(client, row):
    return client.get(address(row, "change", row.pk)).text


def title_shown(client, row):
    page = client.get(address(row, "change", row.pk))
    return page.context["adminform"].form["title"].value()


@pytest.fixture(params=[article, make_page, group])
def row(request, editor):
    return save(editor, request.param("Old"), title="New", _keep="1")


@pytest.fixture
def text(editor):
    return save(editor, article("Old"), title="New", _keep="1")


def test_visitors_read_what_they_read_and_the_form_shows_it_again(client, editor, row):
    before = client.get(row.get_absolute_url()).text
    assert "Take the changes back" in form(editor, row)
    assert TAKEN in take_back(editor, row)
    assert not row.has_next_version
    assert client.get(row.get_absolute_url()).text == before
    assert title_shown(editor, row) == "Old"
    assert "Take the changes back" not in form(editor, row)


def test_what_was_taken_back_stays_among_the_versions_and_comes_back_from_there(editor, row):
    set_aside = row.latest_version
    take_back(editor, row)
    assert f"/versions/{set_aside}/" in editor.answer.text
    editor.post(address(row, "restore", row.pk, set_aside))
    save(editor, row, title=title_shown(editor, row), _keep="1")
    assert row.next_version().data["title"] == ["New"]


def test_a_time_that_was_set_is_taken_back_with_them(editor, text):
    type(text).objects.update(swap_at=timezone.now() + timedelta(days=1))
    assert "The time that is set is taken back with them." in form(editor, text)
    take_back(editor, text)
    assert text.swap_at is None


def test_a_text_whose_time_has_come_and_that_nobody_has_read_is_taken_back(client, editor, text):
    type(text).objects.update(swap_at=timezone.now())
    assert TAKEN in take_back(editor, text)
    swapping.swap_all_due()
    text.refresh_from_db()
    assert text.title == "Old"


def test_what_has_gone_on_the_site_meanwhile_is_not_taken_off_it(editor, text):
    read = text.latest_version
    type(text).objects.update(swap_at=timezone.now())
    swapping.swap_all_due()
    told = take_back(editor, text, base_version=read)
    assert "these changes do not wait any more, they are in the text" in told
    assert text.title == "New"


def test_pressed_twice_it_is_done_once(editor, text):
    read = text.latest_version
    take_back(editor, text)
    assert ABSENT in take_back(editor, text, base_version=read)
    assert text.versions().count() == 3
    assert ReviewStep.objects.count() == 1


@pytest.mark.parametrize("read", ["2", "", "x", "9" * 30])
def test_a_newer_text_is_not_thrown_away_unseen(editor, text, read):
    save(editor, text, title="Newer", _keep="1")
    assert "There is a newer text than the one you have read." in take_back(
        editor, text, base_version=read
    )
    assert text.next_version().data["title"] == ["Newer"]


def test_whoever_has_it_open_meanwhile_writes_over_nothing(editor, text):
    stale = text.latest_version
    take_back(editor, text)
    save(editor, text, title="Mine", base_version=stale)
    assert "Two texts" in editor.answer.text
    assert text.title == "Old"


def test_what_somebody_has_typed_and_not_saved_is_still_there(editor, text):
    editor.post(f"/admin/blog/article/working-copy/{text.pk}/", {"title": "Typed"})
    take_back(editor, text)
    assert WorkingCopy.objects.get().data == {"title": ["Typed"]}
    assert "Typed" in form(editor, text)


def test_what_was_found_in_the_text_that_is_read_is_found_in_it_again(editor):
    text = save(editor, article("Old"), body='<p><a href="https://example.org/">here</a></p>')
    before = text.newest_version().findings
    assert before
    save(editor, text, body="<p>Nothing to look at.</p>", _keep="1")
    take_back(editor, text)
    assert text.newest_version().findings == before


def test_it_was_on_the_site_since_the_day_it_was_and_by_whom(editor):
    text = save(editor, article("Old"), title="Read")
    first = text.newest_version()
    assert first.was_out
    save(editor, text, title="New", _keep="1")
    take_back(editor, text)
    again = text.newest_version()
    assert (again.went_out_at, again.went_out_by_name) == (
        first.went_out_at,
        first.went_out_by_name,
    )
    assert again.substance == first.substance


def test_a_request_that_was_taken_back_is_not_asked_again_once_the_text_is_withdrawn(editor, text):
    review_steps.add_step(text.newest_version(), "submitted", editor.user, capacity="author")
    take_back(editor, text)
    text.withdraw()
    about = review_steps.last_about_going_out(contents.of(text), text)
    assert not review_steps.is_request(about)
    assert not any("Waits for your yes" in item.detail for item in attention(editor.user))


def asked_by_link(row, capacity):
    version, when = row.newest_version(), timezone.now() + timedelta(days=9)
    return PreviewLink.objects.create(
        version=version, reader="Ina", capacity=capacity, expires_at=when
    )


def test_nobody_is_asked_for_an_answer_to_what_was_taken_back(editor):
    text = article("Old")
    on_the_site = asked_by_link(save(editor, text, title="Read"), "supervisor")
    waiting = asked_by_link(save(editor, text, title="New", _keep="1"), "supervisor")
    to_look = asked_by_link(text, "reader")
    take_back(editor, text)
    links = PreviewLink.objects.open()
    assert {*links} == {on_the_site, to_look}
    assert waiting.version.data["title"] == ["New"]


def test_what_somebody_had_to_correct_stays_in_view(editor, text):
    asked = AskedText.objects.create(
        name="Ina", article=text, sent_at=timezone.now(), sent_version=1, noted_version=2
    )
    note = {"capacity": "reader", "note": "My name has an e."}
    review_steps.add_step(text.newest_version(), "suggested", editor.user, **note)
    assert AskedText.objects.waiting_for_editors().exists()
    take_back(editor, text)
    assert AskedText.objects.waiting_for_editors().get() == asked
    assert "My name has an e." in form(editor, text)
    save(editor, text, title="Newest")
    assert not AskedText.objects.waiting_for_editors().exists()
    assert "My name has an e." not in form(editor, text)


def test_that_it_was_taken_back_is_said_once(client, editor, text):
    take_back(editor, text)
    text.withdraw()
    other = signed_in(make_user("manager", name="Ana Vale"))
    assert form(other, text).count("took a change back") == 1


def test_the_row_is_gone_meanwhile(editor, text):
    text.put_in_trash("Somebody")
    assert editor.post(address(text, "take_back", text.pk)).status_code == 404
    text.delete()
    assert editor.post(address(text, "take_back", 1)).status_code == 404


def test_nothing_waits(editor):
    text = article("Old")
    assert ABSENT in take_back(editor, text)
    assert "Take the changes back" not in form(editor, text)
    assert not text.versions().exists()


def test_only_a_press_does_it(editor, text):
    assert editor.get(address(text, "take_back", text.pk)).status_code == 405
