"""Where the practice wants it, what clinicians change in their own profile waits for somebody else's yes."""

import html
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from editing import contents, review_steps
from editing.models import ReviewStep
from pages.models import Practice
from practice_site.dashboard import attention
from staff.admin_routes import address
from team.models import Identity, Therapist
from tests.editing.links import answer, link_for
from tests.factories import make_image, make_practice, make_therapist, make_user
from tests.pages.practice_form import CHANGE, form_data
from tests.team.next_texts import AFTER, BEFORE, return_it, set_time, signed_in
from tests.team.profile_form import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def asking():
    return make_practice(profiles_wait_for_yes=True)


@pytest.fixture
def hana():
    return signed_in(make_user("clinician", name="Hana Wexler"))


@pytest.fixture
def manager():
    return signed_in(make_user("manager", name="Ana Vale"))


@pytest.fixture
def own(hana):
    return make_therapist("Hana Wexler", user=hana.user, opening_lines=BEFORE)


@pytest.fixture
def waiting(asking, hana, own):
    return save(hana, own, opening_lines=AFTER)


def read(client, person):
    return client.get(person.get_absolute_url()).text


def form(client, person):
    return html.unescape(client.get(address(person, "change", person.pk)).text)


def told(client):
    return [f"{item.text}: {item.detail}" for item in attention(client.user)]


def waits(person):
    """As lists say it, and as the form does: both alike."""
    person.refresh_from_db()
    content = contents.of(person)
    about = review_steps.last_about_going_out(content, person)
    is_open = review_steps.is_open(person, about)
    assert is_open == Therapist.objects.with_next_text("submitted").filter(pk=person.pk).exists()
    return is_open


def test_what_a_clinician_changes_waits_and_visitors_read_the_profile_as_it_was(
    client, hana, waiting
):
    assert BEFORE in read(client, waiting)
    assert AFTER not in read(client, waiting)
    assert waits(waiting)
    assert "waits for a yes" in html.unescape(hana.answer.text)
    assert AFTER in form(hana, waiting)


@pytest.mark.parametrize(
    "button", ["_save", "_continue", "_keep", "_publish", "_submit", "_withdraw"]
)
def test_no_button_goes_around_it(client, asking, hana, own, button):
    own = save(hana, own, opening_lines=AFTER, **{button: "1"})
    assert waits(own)
    assert BEFORE in read(client, own)


def test_whoever_asks_can_neither_set_a_time_nor_answer_themself(hana, waiting):
    assert set_time(hana, waiting).status_code == 403
    assert return_it(hana, waiting).status_code == 403
    assert waits(waiting)


@pytest.mark.parametrize(
    ("typed", "column", "stored"),
    [
        ({"availability": "closed"}, "availability", "closed"),
        ({"is_without_photo": "on"}, "is_without_photo", True),
        ({"is_out_of_search": "on"}, "is_out_of_search", True),
        ({"first_name_only": "Hana"}, "slug", "hana"),
    ],
)
def test_what_has_to_be_true_now_waits_for_nobody(asking, hana, own, typed, column, stored):
    own = save(hana, own, opening_lines=AFTER, **typed)
    assert getattr(own, column) == stored
    assert own.opening_lines == BEFORE


def test_a_last_name_that_is_not_to_be_shown_is_gone_at_once(client, asking, hana, own):
    before = own.get_absolute_url()
    own = save(hana, own, opening_lines=AFTER, first_name_only="Hana")
    assert client.get(before).status_code == 404
    assert "Wexler" not in read(client, own)


def test_what_is_shared_by_choice_holds_at_once(asking, hana, own):
    parent = Identity.objects.create(name="A parent")
    own = save(hana, own, opening_lines=AFTER, identities=[parent.pk])
    assert list(own.identities.all()) == [parent]


@pytest.mark.parametrize("typed", [{}, {"availability": "waitlist"}, {"is_without_place": "on"}])
def test_who_changes_no_words_asks_for_nothing(asking, hana, own, typed):
    own = save(hana, own, **typed)
    assert not own.has_next_version
    assert not ReviewStep.objects.exists()
    assert "waits for a yes" not in html.unescape(hana.answer.text)


def test_who_keeps_all_profiles_sees_what_waits_and_what_changed(manager, waiting):
    assert "Hana Wexler: Waits for your yes. Visitors read the profile from before." in told(
        manager
    )
    assert "Shown, changes wait for a yes" in manager.get("/admin/team/therapist/").text
    found = manager.get("/admin/team/therapist/?changes=submitted").context["cl"].result_list
    assert list(found) == [waiting]
    changed = f"{address(waiting, 'version', waiting.pk, 2)}?from=1"
    assert changed in form(manager, waiting)
    page = manager.get(changed).text
    assert "<del>anywhere" in page
    assert "<ins>at the end" in page


def test_a_yes_puts_it_on_the_site_with_who_gave_it(client, manager, waiting):
    assert "Put the changes on the site" in form(manager, waiting)
    save(manager, waiting)
    assert AFTER in read(client, waiting)
    assert not waits(waiting)
    assert waiting.versions().first().went_out_by_name == "Ana Vale"
    assert not any("yes" in line for line in told(manager))
    assert "asks for a yes" not in form(manager, waiting)


def test_what_comes_back_comes_with_a_note_and_asks_again_when_it_is_saved(hana, manager, waiting):
    return_it(manager, waiting)
    assert not waits(waiting)
    assert any("returned to you with a note" in line for line in told(hana))
    assert not any("your yes" in line for line in told(manager))
    assert "Shorter, please." in form(hana, waiting)
    found = manager.get("/admin/team/therapist/?changes=returned").context["cl"].result_list
    assert list(found) == [waiting]
    save(hana, waiting, opening_lines="Begin.")
    assert waits(waiting)
    assert not any("returned to you" in line for line in told(hana))


@pytest.mark.parametrize("role", ["editor", "coordinator"])
def test_whoever_may_only_look_is_asked_for_nothing_and_reads_what_visitors_read(waiting, role):
    client = signed_in(make_user(role))
    assert not any("yes" in line for line in told(client))
    page = form(client, waiting)
    assert BEFORE in page
    assert AFTER not in page
    assert "This is the next text" not in page


def test_whoever_asked_reads_since_when_and_goes_on(hana, waiting):
    long_ago = timezone.now() - timedelta(days=400)
    ReviewStep.objects.update(at=long_ago)
    waiting = save(hana, waiting, opening_lines="Begin.")
    assert waits(waiting)
    page = form(hana, waiting)
    assert f"{long_ago:%Y}" in page
    assert "It waits for a yes, and you can go on changing it." in page
    assert "Return with this note" not in page
    assert ReviewStep.objects.count() == 1


def test_what_a_reader_of_a_private_link_says_is_no_answer(hana, manager, waiting):
    link = link_for(waiting, hana.user, capacity="author")
    answer(Client(), link, "returned", "A comma less.")
    assert waits(waiting)
    assert "asks for a yes" in form(manager, waiting)


def test_who_keeps_all_profiles_and_has_one_waits_for_nobody(client, asking):
    for user in (make_user("manager", "clinician"), make_user(is_superuser=True)):
        person = make_therapist(f"Ruth {user.pk}", user=user, opening_lines=BEFORE)
        save(signed_in(user), person, opening_lines=AFTER)
        assert AFTER in read(client, person)


def test_a_profile_that_is_not_on_the_site_asks_when_it_is_put_there(asking, hana, own):
    Therapist.objects.update(is_listed=False)
    own = save(hana, own, opening_lines=AFTER)
    assert own.opening_lines == AFTER
    assert not waits(own)


def test_who_saved_meanwhile_is_not_written_over(manager, hana, waiting):
    stale = waiting.latest_version
    save(manager, waiting, opening_lines="By the manager.")
    waiting = save(hana, waiting, opening_lines="By Hana.", base_version=stale)
    assert waiting.opening_lines == "By the manager."
    assert "Ana Vale saved this" in html.unescape(hana.answer.text)
    assert not waits(waiting)


def test_a_time_that_was_set_is_a_yes_until_the_text_is_another_one(manager, hana, waiting):
    set_time(manager, waiting)
    assert not waits(waiting)
    assert "It goes on the site: Jan. 1, 2100" in form(hana, waiting)
    save(hana, waiting, opening_lines="Begin.")
    assert waits(waiting)


def test_without_the_wish_of_the_practice_nothing_waits(client, practice, hana, own):
    own = save(hana, own, opening_lines=AFTER)
    assert AFTER in read(client, own)
    assert not waits(own)


def test_what_was_kept_for_later_before_the_practice_wished_it_waits_once_it_is_saved(
    practice, hana, own
):
    own = save(hana, own, opening_lines=AFTER, _keep="1")
    Practice.objects.update(profiles_wait_for_yes=True)
    assert not waits(own)
    own = save(hana, own)
    assert own.opening_lines == BEFORE
    assert waits(own)


def test_once_the_practice_wishes_it_no_more_whoever_asked_goes_on_alone(
    client, hana, manager, waiting
):
    Practice.objects.update(profiles_wait_for_yes=False)
    assert waits(waiting)
    save(hana, waiting)
    assert AFTER in read(client, waiting)
    assert not waits(waiting)


def test_what_is_returned_goes_out_at_no_time_that_somebody_had_set(hana, manager, waiting):
    set_time(manager, waiting)
    return_it(signed_in(make_user("manager")), waiting)
    waiting.refresh_from_db()
    assert waiting.swap_at is None
    assert any("returned to you" in line for line in told(hana))


@pytest.mark.parametrize("answer", [set_time, return_it])
def test_an_answer_is_to_the_text_that_was_read(hana, manager, waiting, answer):
    save(hana, waiting, opening_lines="Nobody has read this.")
    answer(manager, waiting)
    assert waits(waiting)
    assert "There is a newer text than the one you have read." in form(manager, waiting)


def test_what_visitors_read_by_now_is_not_returned(manager, waiting):
    page = form(manager, waiting)
    assert "Return with this note" in page
    save(manager, waiting)
    return_it(manager, waiting)
    assert not ReviewStep.objects.filter(kind="returned").exists()
    assert "Visitors read this text by now." in form(manager, waiting)


def test_whoever_asked_is_not_offered_the_answer_where_they_may_publish_by_now(hana, waiting):
    Practice.objects.update(profiles_wait_for_yes=False)
    assert "Return with this note" not in form(hana, waiting)
    assert return_it(hana, waiting).status_code == 403
    assert waits(waiting)


@pytest.mark.parametrize(
    "typed", ["Dr. Hana, licensed psychologist", "Dr. Hana", "Hannah", "Hana ★", "★", "Hana (PsyD)"]
)
def test_a_first_name_that_is_shown_at_once_is_of_the_name_the_practice_has_said(
    client, asking, hana, own, typed
):
    own = save(hana, own, first_name_only=typed)
    assert (own.first_name_only, own.slug) == ("", "hana-wexler")
    assert "Use words of the name above." in hana.answer.text
    assert "<h1>Hana Wexler" in read(client, own)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("J. R. Oakes", "J. R."),
        ("José Muñoz", "Jose"),
        ("Mary-Ann Smith", "Mary-Ann"),
        ("Ana O’Neil", "O’Neil"),
        ("Hana Wexler", "hana"),
    ],
)
def test_words_of_ones_own_name_are_shown_at_once(asking, hana, own, name, first):
    Therapist.objects.update(name=name)
    assert save(hana, own, first_name_only=first).first_name_only == first


def test_another_first_name_is_the_managers_to_set_and_stays(asking, hana, manager, own):
    save(manager, own, first_name_only="Hanni")
    assert save(hana, own, opening_lines=AFTER).first_name_only == "Hanni"


def test_what_was_returned_asks_again_once_it_is_another_text(hana, manager, waiting):
    return_it(manager, waiting)
    save(hana, waiting, availability="closed")
    assert not waits(waiting)
    assert "waits for a yes" not in html.unescape(hana.answer.text)
    save(hana, waiting, opening_lines="Begin.")
    assert waits(waiting)


def test_the_note_stays_in_view_until_the_text_is_on_the_site(hana, manager, waiting):
    return_it(manager, waiting)
    save(hana, waiting, opening_lines="Begin.")
    assert "Shorter, please." in form(hana, waiting)
    assert "Shorter, please." in form(manager, waiting)
    save(manager, waiting)
    assert "Shorter, please." not in form(hana, waiting)


def test_with_a_time_set_nothing_is_asked_unless_the_text_is_another_one(hana, manager, waiting):
    set_time(manager, waiting)
    waiting = save(hana, waiting, availability="closed")
    assert waiting.swap_at
    assert "waits for a yes" not in html.unescape(hana.answer.text)
    assert ReviewStep.objects.count() == 1
    save(hana, waiting, opening_lines="Begin.")
    page = html.unescape(hana.answer.text)
    assert "A time was set for the text before this one. It is taken back" in page
    assert "waits for a yes" in page
    assert waits(waiting)


def test_whoever_types_the_old_words_again_asks_for_nothing_any_more(hana, manager, waiting):
    waiting = save(hana, waiting, opening_lines=BEFORE)
    assert not waiting.has_next_version
    assert not waits(waiting)
    assert "waits for a yes" not in html.unescape(hana.answer.text)
    assert not any("your yes" in line for line in told(manager))


def test_the_history_names_who_set_the_time_at_which_it_went_out(client, manager, waiting):
    set_time(manager, waiting)
    assert not waiting.versions().first().was_out
    Therapist.objects.update(swap_at=timezone.now())
    assert AFTER in read(client, waiting)
    assert waiting.versions().first().went_out_by_name == "Ana Vale"


def wish_it(manager):
    """The practice ticks it, on the form of its facts."""
    data = form_data(profiles_wait_for_yes="on")
    assert manager.post(CHANGE, data).status_code == 302


def test_a_time_that_somebody_set_before_they_had_to_ask_becomes_a_request(
    client, practice, hana, manager, own
):
    own = save(hana, own, opening_lines=AFTER, _keep="1")
    set_time(hana, own)
    wish_it(manager)
    assert waits(own)
    assert any("Waits for your yes" in line for line in told(manager))
    assert BEFORE in read(client, own)


def test_a_time_for_what_a_manager_wrote_stays(practice, manager, own):
    own = save(manager, own, opening_lines=AFTER, _keep="1")
    set_time(manager, own)
    wish_it(manager)
    own.refresh_from_db()
    assert own.swap_at


def test_what_was_kept_for_later_is_said_not_to_be_asked_for_yet(practice, hana, manager, own):
    own = save(hana, own, opening_lines=AFTER, _keep="1")
    Practice.objects.update(profiles_wait_for_yes=True)
    unasked = "You have not asked for a yes yet."
    assert unasked in form(hana, own)
    assert unasked not in form(manager, own)
    Therapist.objects.update(is_listed=False)
    assert unasked not in form(hana, own), "a save is its yes, where nobody reads it"
    Therapist.objects.update(is_listed=True)
    assert "Shown, changes are kept for later" in manager.get("/admin/team/therapist/").text
    save(hana, own)
    assert unasked not in form(hana, own)


def test_a_time_is_said_in_the_list(manager, waiting):
    set_time(manager, waiting)
    assert "Shown, changes have a time" in manager.get("/admin/team/therapist/").text


@pytest.mark.parametrize("gone", [{"is_listed": False}, {"left_on": "2020-01-01"}])
def test_of_a_profile_that_nobody_reads_nothing_waits(manager, waiting, gone):
    Therapist.objects.update(**gone)
    assert not any("your yes" in line for line in told(manager))
    assert not manager.get("/admin/team/therapist/?changes=submitted").context["cl"].result_count
    page = form(manager, waiting)
    assert "Visitors still read" not in page
    assert "Set the time" not in page
    assert "Put the changes on the site" not in page


def test_a_manager_can_save_the_rest_and_let_the_words_wait(client, hana, manager, waiting):
    page = form(manager, waiting)
    assert "Save, and let the changes wait" in page
    assert "Save and stay here" not in page
    waiting = save(manager, waiting, availability="closed", _keep="1")
    assert waiting.availability == "closed"
    assert BEFORE in read(client, waiting)
    assert waits(waiting)


def test_whoever_puts_it_on_the_site_is_told_so(manager, waiting):
    save(manager, waiting)
    assert "“Hana Wexler” is on the site with what had waited." in html.unescape(
        manager.answer.text
    )


def test_a_profile_is_shown_to_somebody_and_no_link_asks_for_a_yes_that_would_not_count(
    hana, waiting
):
    assert "Show it or ask for a yes" not in form(hana, waiting)
    assert "Show it to somebody" in form(hana, waiting)
    roles = hana.get(address(waiting, "share", waiting.pk)).context["form"].fields["capacity"]
    assert [key for key, _words in roles.choices] == ["reader", "author"]


def test_another_picture_with_the_same_description_is_a_change(asking, hana, manager, own):
    before, after = (make_image(width, alt="Hana at a window") for width in (64, 72))
    Therapist.objects.update(photo=before)
    own = save(hana, own, photo=after.pk)
    page = manager.get(f"{address(own, 'version', own.pk, own.latest_version)}?from=1").text
    assert "another one with the same words" in page
    assert "Only the formatting changed." not in page
