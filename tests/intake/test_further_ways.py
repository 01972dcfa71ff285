"""Further numbers and other people on the form, each with what is allowed, and the other lines nobody has to
fill in."""

import pytest

from intake.further_ways import FurtherWaysForm
from intake.models import Inquiry
from outbox.models import Message
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.persons import URL, answers, html_of

pytestmark = pytest.mark.django_db
NUMBER = {"number1_phone": "(555) 010-0123"}
PERSON = {"person1_name": "Wren"}


@pytest.fixture(autouse=True)
def practice():
    factories.open_intake()
    return factories.make_practice()


def told(client, **fields):
    response = client.post(URL, answers(**fields))
    assert response.status_code == 303, text_of(response)
    return factories.told(Inquiry.objects.get())


def fault(client, **fields):
    response = client.post(URL, answers(**fields))
    assert response.status_code == 200
    assert not Inquiry.objects.exists()
    return text_of(response)


def test_what_nobody_said_is_empty_and_allows_nothing(client):
    content = told(client, number1_voicemail="on", person1_told="on", person2_relation="parent")
    assert (content.numbers, content.people) == ([], [])
    said = content.before_call, content.referrer, content.was_client, content.language
    assert not any(said)


@pytest.mark.parametrize("ticks", [[], ["voicemail"], ["text"], ["voicemail", "text"]])
def test_a_further_number_keeps_what_was_ticked_beside_it(client, ticks):
    fields = {f"number2_{tick}": "on" for tick in ticks}
    number = told(client, number2_phone=" tel:+1 555 010 0123. ", number2_who="Ida", **fields)
    (number,) = number.numbers
    assert (number.phone, number.who_answers) == ("+1 555 010 0123", "Ida")
    assert number.may_leave_voicemail == ("voicemail" in ticks)
    assert number.may_text == ("text" in ticks)


def test_each_person_has_a_permission_of_their_own(client):
    people = told(
        client,
        person1_name="Ida Quill",
        person1_relation="parent",
        person1_phone="(555) 010-0124",
        person1_told="on",
        person2_name="Wren",
    ).people
    assert [(one.name, one.may_be_told, one.phone) for one in people] == [
        ("Ida Quill", True, "(555) 010-0124"),
        ("Wren", False, ""),
    ]


def test_nobody_else_gets_mail_by_itself(client):
    told(client, person1_name="Ida", person1_phone="(555) 010-0124", person1_told="on")
    assert {message.recipient_and_body()[0] for message in Message.objects.all()} == {
        "rowan@home.example"
    }
    asked = [
        name for name in FurtherWaysForm.base_fields if "mail" in name.replace("voicemail", "")
    ]
    assert asked == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"number1_phone": "soon"}, "Check the phone number"),
        ({"number2_who": "Ida"}, "Write the number, or leave both empty"),
        ({"person1_phone": "(555) 010-0124"}, "Write whom we reach there"),
        ({"person2_name": "Wren", "person2_phone": "12"}, "Check the phone number"),
        ({"person1_name": "W\x07ren"}, "letters and signs"),
        ({"before_call": "x" * 241}, "240 characters fit here"),
        ({"referrer": "x" * 121}, "120 characters fit here"),
    ],
)
def test_a_slip_is_said_and_the_fold_stands_open(client, fields, sentence):
    page = fault(client, **fields)
    assert sentence in page
    is_in_the_fold = "before_call" not in fields  # which is in sight
    assert ('<details class="more" open>' in page) == is_in_the_fold


def test_the_fold_is_closed_to_begin_with_and_nothing_in_it_is_ticked(client):
    page = html_of(client.get(URL))
    form = page[: page.index('name="consent"')]
    fold = form[form.index('<details class="more">') : form.rindex("</details>")]
    assert fold.count('type="checkbox"') == 12
    assert "checked" not in fold
    assert "before_call" not in fold, "what keeps somebody safe is in sight"


def test_what_was_typed_in_the_fold_is_in_sight_where_the_page_comes_back(client):
    page = fault(client, name="", language="Quechua")
    assert '<details class="more" open>' in page
    assert "Quechua" in page


@pytest.mark.parametrize(
    ("state", "kept"), [("elsewhere", "Idaho"), ("NY", "")], ids=["elsewhere", "served"]
)
def test_the_name_of_a_state_belongs_to_somewhere_else(client, state, kept):
    assert told(client, state=state, other_state="Idaho").other_state == kept


@pytest.mark.parametrize(
    ("payment", "kept"),
    [("other", ("other", "Wrenfield")), ("", ("other", "Wrenfield")), ("self", ("self", ""))],
)
def test_an_insurance_that_is_named_counts_unless_something_else_was_chosen(client, payment, kept):
    content = told(client, payment=payment, other_payer="Wrenfield")
    assert (content.payment, content.other_payer) == kept


def test_the_languages_of_the_team_are_offered_and_any_may_be_written(client):
    hana = factories.make_therapist()
    hana.languages.create(name="Spanish")
    page = html_of(client.get(URL))
    assert '<option value="Spanish">' in page
    assert 'list="languages"' in page
    assert told(client, language="ASL").language == "ASL"
