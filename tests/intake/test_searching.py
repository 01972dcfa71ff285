"""An unlocked list finds people by what they told and by what happened since, wherever they stand by now, and says
where it was found."""

import pytest

from intake import transitions
from intake.admin import searching
from intake.documents import entries
from intake.models import Entry
from tests import factories
from tests.intake.coordinators import LIST, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_once", "practice", "unlocked")]


def found(client, words, place=""):
    page = text_of(client.post(f"{LIST}{place}", {"words": words}))
    return page.split('id="result_list"')[1] if 'id="result_list"' in page else ""


def lucia(**fields):
    told = {"route": "call", "email": "", "phone": "541 555 0183"}
    return factories.make_inquiry(factories.make_content(name="Lucía Ferris", **told), **fields)


@pytest.mark.parametrize("words", ["lucia", "FERRIS, Lucia", "(541) 555-0183", "+1 541 555-0183"])
def test_what_people_type_finds_them(client, words):
    inquiry, other = lucia(), factories.make_inquiry()
    page = found(client, words)
    assert inquiry.reference in page
    assert other.reference not in page
    assert "What they told us" in page


# The other kind is written with the code of a page: tests/intake/person/test_new_way.py
@pytest.mark.parametrize("kind", [kind for kind in Entry.Kind.values if kind != Entry.Kind.NEW_WAY])
def test_what_happened_is_found_and_said(client, kind):
    inquiry = factories.make_inquiry()
    entries.write(inquiry, Entry.Kind(kind), "Both parents, Tuesday at 10.", title="At noon")
    for words in ("both parents", "tuesday 10", "noon"):
        page = found(client, words)
        assert inquiry.reference in page
        assert str(Entry.Kind(kind).label) in page


def test_words_may_stand_in_different_places(client):
    inquiry = lucia()
    entries.write(inquiry, Entry.Kind.NOTE, "Both parents.")
    page = found(client, "lucia parents")
    assert "What they told us, Note" in page
    assert inquiry.reference not in found(client, "lucia grandparents")


@pytest.mark.parametrize("place", ["", "?place=new", "?place=closed"])
def test_every_place_is_looked_through_from_any(client, place):
    user = factories.make_user("coordinator")
    here, closed, aside = lucia(), lucia(), lucia()
    for inquiry, move, *given in (
        (closed, "closed", "nobody", "Bye", user),
        (aside, "put_aside", aside.received_at),
    ):
        getattr(transitions, move)(inquiry, *given)
    page = found(client, "lucia", place)
    assert all(inquiry.reference in page for inquiry in (here, closed, aside))
    assert "Closed" in page


def test_no_more_is_opened_than_is_shown(client, monkeypatch):
    monkeypatch.setattr(searching, "MOST_FOUND", 2)
    monkeypatch.setattr(searching, "PORTION", 1)
    for _one in range(5):
        lucia()
    read = []
    one_of = searching.read
    monkeypatch.setattr(searching, "read", lambda *given: read.append(1) or one_of(*given))
    page = text_of(client.post(LIST, {"words": "lucia"}))
    assert len(read) == 3
    assert "More than a hundred found" in page


def test_what_cannot_be_read_is_passed_over(client):
    good, broken = lucia(), lucia()
    broken.content = b"\x63" + bytes(broken.content)[1:]
    broken.save()
    page = found(client, "lucia")
    assert good.reference in page
    assert broken.reference not in page
    assert broken.reference in found(client, broken.reference)


def test_between_two_documents_others_have_their_turn(client, monkeypatch):
    pauses = []
    monkeypatch.setattr(searching, "WORK", -1)
    monkeypatch.setattr(searching.time, "sleep", pauses.append)
    for _one in range(3):
        lucia()
    assert "Ferris" in found(client, "ferris")
    assert len([pause for pause in pauses if pause == searching.REST]) >= 3
