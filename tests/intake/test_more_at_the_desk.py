"""What people may add about how to reach them, where the practice reads, writes, corrects and finds it."""

import pytest

from intake.documents.reaching import FurtherNumber, OtherPerson
from intake.models import Inquiry
from tests import factories
from tests.intake.coordinators import LIST, address, do, page_after, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice", "unlocked")]
ADD = "/admin/intake/inquiry/add/"
SAID = {
    "before_call": "At noon only.",
    "numbers": [FurtherNumber("+1 (555) 010-0124", "Ida", may_text=True)],
    "people": [OtherPerson("Wren Hale", "555.010.0125", "parent", may_be_told=True)],
    "referrer": "Dr. Marsh",
    "language": "Spanish",
    "was_client": True,
}


@pytest.fixture
def inquiry(practice):
    return factories.make_inquiry(factories.make_content(**SAID))


def correct(client, inquiry, **changes):
    form = text_of(client.get(address(inquiry)))
    assert 'value="+1 (555) 010-0124"' in form, "what stands there is in the form"
    given = {
        "route": "email", "email": "rowan@mail.example", "before_call": "At noon only.",
        "number1_phone": "+1 (555) 010-0124", "number1_who": "Ida", "number1_text": "on",
        "person1_name": "Wren Hale", "person1_phone": "555.010.0125", "person1_relation": "parent",
        "person1_told": "on",
    }  # fmt: skip
    page = page_after(client, inquiry, "correct", **given | changes)
    inquiry.refresh_from_db()
    return text_of(page), factories.told(inquiry)


def test_the_page_of_an_inquiry_says_it_where_somebody_looks_before_reaching_them(client, inquiry):
    page = text_of(client.get(address(inquiry)))
    how = page[page.index("how-to-answer") : page.index("what-they-told")]
    for text in ["At noon only.", "+1 (555) 010-0124", "You may text.", "Leave no voicemail."]:
        assert text in how
    assert "Wren Hale (Parent or guardian)" in how
    assert "You may tell them who wrote" in how
    assert "no code of the private page" in how
    for text in ["Dr. Marsh", "Spanish", "Has been here before"]:
        assert text in page


def test_what_was_not_corrected_stays_as_it_was(client, inquiry):
    _page, told = correct(client, inquiry, email="rowan@post.example")
    assert {name: getattr(told, name) for name in SAID} == SAID


def test_a_permission_that_is_taken_back_is_gone_and_stands_in_a_note(client, inquiry):
    page, told = correct(client, inquiry, person1_told="", number1_phone="", number1_who="")
    assert not told.people[0].may_be_told
    assert told.numbers == []
    assert "Another number: +1 (555) 010-0124 Who answers there: Ida." in page


@pytest.mark.parametrize(
    "words",
    ["0100124", "15550100124", "wren", "hale", "555010", "marsh", "spanish", "noon", "guardian"],
)
def test_all_of_it_is_found(client, inquiry, words):
    other = factories.make_inquiry(factories.make_content(name="Linden"))
    page = text_of(client.post(LIST, {"words": words}))
    assert inquiry.reference in page
    assert other.reference not in page


def test_a_call_is_written_down_with_it(client, practice):
    sent = {
        "came_by": "call", "name": "Kit", "route": "call", "phone": "(555) 010-0177", "consent": "on",
        "before_call": "Never the house.", "number1_phone": "(555) 010-0126", "number1_voicemail": "on",
        "person2_name": "Ida", "person2_told": "on", "language": "ASL", "was_client": "on",
    }  # fmt: skip
    assert client.post(ADD, sent).status_code == 302
    told = factories.told(Inquiry.objects.get())
    assert told.numbers == [FurtherNumber("(555) 010-0126", may_leave_voicemail=True)]
    assert told.people == [OtherPerson("Ida", may_be_told=True)]
    assert (told.before_call, told.language, told.was_client) == ("Never the house.", "ASL", True)


def test_while_it_is_written_down_most_of_it_is_folded(client):
    page = text_of(client.get(ADD))
    before, fold = page.split("More they told you")
    assert 'name="before_call"' in before
    assert "number1_phone" not in before
    assert 'name="number2_phone"' in fold
    assert "OK to text this number" in fold


def test_a_summary_names_nobody_of_them(client, inquiry):
    hana = factories.make_therapist(user=factories.make_user("clinician"))
    page = do(client, inquiry, "offer", therapist=hana.pk, words="Their parent Wren would drive.")
    assert "Take out the name, “Wren”" in text_of(page)
    summary = text_of(client.get(address(inquiry)))
    assert "Language: Spanish" in summary
