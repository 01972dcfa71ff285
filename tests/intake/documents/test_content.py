import json
from dataclasses import replace

import pytest

from intake.documents.content import (
    VERSION,
    Content,
    UnreadableContent,
    from_document,
    to_document,
)
from intake.documents.reaching import FurtherNumber, OtherPerson

FULL = Content(
    name="Rowan",
    route="email",
    email="rowan@home.example",
    state="NY",
    for_whom="me",
    age="26-64",
    topics=["Trauma"],
    therapist="Hana Wexler, PsyD",
    format="video",
    times=["evening"],
    payment="insurance",
    payer="Cascade Mutual",
    message="Sundays are hard.",
    consent="Yes.",
    before_call="At noon only.",
    numbers=[FurtherNumber("(555) 010-0123", "My sister", may_text=True)],
    people=[OtherPerson("Wren", "(555) 010-0124", "partner"), OtherPerson("Dr. Marsh")],
    referrer="Dr. Marsh",
    was_client=True,
    other_payer="",
    other_state="",
    language="Spanish",
    group="Living on after a loss",
    population="Teens (14 to 17)",
    modality="EMDR",
    identities=["Of no faith", "A parent"],
    written_in="es",
)
SINCE = {
    3: ["times"],
    4: ["before_call", "numbers", "people", "referrer", "was_client", "other_payer", "other_state", "language", "group",
        "population", "modality", "identities", "written_in"],
}  # fmt: skip


def test_what_is_written_is_what_is_read():
    document = json.loads(json.dumps(to_document(FULL)))
    assert from_document(document) == FULL


def as_of(version):
    """What that version would have written of it."""
    later = {name for since, names in SINCE.items() if since > version for name in names}
    document = {key: value for key, value in to_document(FULL).items() if key not in later}
    return {**document, "version": version}, later


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_what_every_version_wrote_is_still_read(version):
    document, later = as_of(version)
    told = from_document(json.loads(json.dumps(document)))
    blank = Content(name="", route="", state="", for_whom="", age="")
    for name in document.keys() - {"version"}:
        assert getattr(told, name) == getattr(FULL, name)
    assert all(getattr(told, name) == getattr(blank, name) for name in later)


def test_every_field_is_of_some_version():
    document, _later = as_of(2)
    assert {*document, *SINCE[3], *SINCE[4]} == {*to_document(FULL)}


@pytest.mark.parametrize(
    "document",
    [
        {},
        None,
        [],
        {"version": 2},
        {"version": 1},
        {**to_document(FULL), "version": VERSION + 1},
        {**to_document(FULL), "diagnosis": "x"},
        {**to_document(FULL), "numbers": [{"phone": "1", "may_fax": True}]},
        {**to_document(FULL), "people": [{"phone": "1"}]},
        {**to_document(FULL), "people": ["Wren"]},
        {**to_document(FULL), "numbers": None},
        {k: v for k, v in to_document(FULL).items() if k != "state"},
    ],
)
def test_a_document_of_another_kind_is_refused_with_a_sentence(document):
    with pytest.raises(UnreadableContent, match="inquiry"):
        from_document(document)


def test_rows_leave_out_what_was_left_empty():
    rows = dict(Content(name="R", route="call", state="NY", for_whom="me", age="65-up").rows())
    texts = {str(label): str(text) for label, text in rows.items()}
    assert texts["State at the time of a session"] == "New York"
    assert texts["Payment"] == "Not sure yet"
    assert "In their words" not in texts


def test_unknown_codes_are_shown_as_they_are():
    content = Content(name="R", route="fax", state="XX", for_whom="cat", age="9", format="?")
    assert [str(text) for _label, text in content.rows()][:4] == ["R", "XX", "cat", "9"]


@pytest.mark.parametrize(
    ("written", "name", "code"),
    [
        ("", "Somewhere else", "elsewhere"),
        ("idaho", "Somewhere else: idaho", "ID"),
        ("Washington State", "Somewhere else: Washington State", "WA"),
        ("washington, D.C.", "Somewhere else: washington, D.C.", "DC"),
        ("or", "Somewhere else: or", "OR"),
        ("Ontario", "Somewhere else: Ontario", "elsewhere"),
    ],
)
def test_a_state_somebody_wrote_is_known_by_its_name(written, name, code):
    told = replace(FULL, state="elsewhere", other_state=written)
    assert (str(told.state_name), told.state_code) == (name, code)
    assert str(told.state_chosen) == "Somewhere else", "what is counted holds no word of theirs"


def test_an_insurance_that_is_not_taken_is_named_and_not_counted_by_name():
    told = replace(FULL, payment="other", payer="", other_payer="Wrenfield Mutual")
    assert str(told.payment_label) == "Another insurance: Wrenfield Mutual"
    assert str(told.payment_chosen) == "Another insurance"
