"""Answers the practice writes itself: kept in clear, since they are about nobody, and begun with on one inquiry."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from intake.models import Entry, SavedAnswer
from pages import blanks
from tests import factories
from tests.intake.coordinators import address, do, page_after, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once")]
ADD = "/admin/intake/savedanswer/add/"


def letter(page, kind="letter"):
    return page.context["forms"][kind]


def begun(client, inquiry, answer):
    return client.get(address(inquiry), {"begin": answer.pk})


def test_what_is_chosen_stands_in_the_box_to_be_edited(client, unlocked, inquiry):
    answer = factories.make_saved_answer(text="Hello {name}.\nTuesday at five?")
    page = begun(client, inquiry, answer)
    name = page.context["told"].name
    assert letter(page)["words"].value() == f"Hello {name}.\nTuesday at five?"
    assert letter(page).starts_open


def test_each_form_offers_what_is_for_it_and_begins_as_ever_without(client, unlocked, inquiry):
    for kind in SavedAnswer.Kind:
        factories.make_saved_answer(title=f"For {kind}", kind=kind)
    page = client.get(address(inquiry))
    for kind in SavedAnswer.Kind:
        offered = [answer.title for answer, _text in letter(page, kind).saved_answers]
        assert offered == [f"For {kind}"]
    assert not letter(page)["words"].value()
    assert letter(page, "wait")["words"].value()


def test_without_a_saved_answer_nothing_is_offered(client, unlocked, inquiry):
    assert "Begin with a saved answer" not in text_of(client.get(address(inquiry)))


def test_a_locked_room_offers_none_and_fills_in_nothing(client, coordinator, inquiry):
    answer = factories.make_saved_answer(text="Hello {name}, from the saved one")
    assert "from the saved one" not in text_of(begun(client, inquiry, answer))


def test_what_was_typed_and_refused_stays(client, unlocked, inquiry):
    answer = factories.make_saved_answer(text="Another text")
    page = client.post(
        f"{address(inquiry)}?begin={answer.pk}",
        {"action": "letter", "letter-words": "For {therapist}"},
    )
    assert letter(page)["words"].value() == "For {therapist}"


@pytest.mark.parametrize("chosen", ["0", "x", "-1", "99999999999999999999"])
def test_an_odd_number_in_the_address_begins_with_nothing(client, unlocked, inquiry, chosen):
    factories.make_saved_answer()
    page = client.get(address(inquiry), {"begin": chosen})
    assert page.status_code == 200
    assert not letter(page)["words"].value()


def test_a_blank_that_could_not_be_filled_in_is_sent_to_nobody(client, unlocked, inquiry):
    said = text_of(
        page_after(client, inquiry, "letter", words="Hello {name}, {therapist} has time.")
    )
    assert "Fill in {name}, {therapist}" in said
    assert not Entry.objects.filter(kind=Entry.Kind.NOTE_TO_PERSON).exists()
    do(client, inquiry, "letter", words="Hello {you}, Hana has time.")
    assert Entry.objects.filter(kind=Entry.Kind.NOTE_TO_PERSON).exists(), (
        "other braces are the writer's own"
    )


def test_what_was_filled_in_is_not_filled_in_again():
    values = {"name": "{phone}", "therapist": "", "phone": "555"}
    assert blanks.filled("{name} {therapist} {phone} {x}", values) == "{phone} {therapist} 555 {x}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello {first name}", "{first name} is nothing that can be filled in."),
        ("{town} and {Name}", "{town}, {Name} is nothing that can be filled in."),
    ],
)
def test_an_unknown_blank_is_refused_and_named_with_those_that_are_known(
    client, coordinator, text, said
):
    page = client.post(ADD, {"title": "A", "kind": "letter", "text": text})
    assert said in text_of(page)
    assert "{name}, {therapist}, {phone}" in text_of(page)
    assert not SavedAnswer.objects.exists()


def test_it_is_kept_as_plain_text_with_single_line_ends(client, coordinator):
    text = "Hello {name},\r\n\r\n<b>call</b> {phone}."
    client.post(ADD, {"title": "A", "kind": "no", "text": text})
    assert SavedAnswer.objects.get().text == "Hello {name},\n\n<b>call</b> {phone}."


def test_markup_in_it_is_text_on_the_page(client, unlocked, inquiry):
    factories.make_saved_answer(title="<i>A</i>", text='"><script>alert(1)</script>')
    page = client.get(address(inquiry)).content.decode()
    assert "<script>alert(1)" not in page
    assert "<i>A</i>" not in page


def test_two_of_one_kind_have_two_titles():
    factories.make_saved_answer("A", kind="no")
    factories.make_saved_answer("A", kind="wait")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_saved_answer("A", kind="no")


def test_the_database_takes_no_kind_that_is_not_known():
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_saved_answer("A", kind="other")


def test_ten_cost_as_many_queries_as_one(client, unlocked, inquiry, django_assert_max_num_queries):
    def cost():
        with django_assert_max_num_queries(60) as asked:
            client.get(address(inquiry))
        return len(asked)

    factories.make_saved_answer()
    cost()
    before = cost()
    for number in range(9):
        factories.make_saved_answer(f"Number {number}")
    cost()
    assert cost() == before


def test_it_stands_among_the_inquiries_at_the_desk(client, coordinator):
    assert reverse("admin:intake_savedanswer_changelist") in text_of(
        client.get("/admin/intake/inquiry/")
    )
