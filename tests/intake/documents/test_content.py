import json

import pytest

from intake.documents.content import Content, UnreadableContent, from_document, to_document

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
)


def test_what_is_written_is_what_is_read():
    document = json.loads(json.dumps(to_document(FULL)))
    assert from_document(document) == FULL


def test_what_older_versions_wrote_is_still_read():
    document = to_document(FULL)
    assert from_document({**document, "version": 1}) == FULL
    without_times = {key: value for key, value in document.items() if key != "times"}
    assert from_document({**without_times, "version": 2}).times == []


@pytest.mark.parametrize(
    "document",
    [
        {},
        None,
        [],
        {"version": 2},
        {"version": 1},
        {**to_document(FULL), "version": 4},
        {**to_document(FULL), "diagnosis": "x"},
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
