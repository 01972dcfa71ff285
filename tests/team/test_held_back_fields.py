"""What somebody has asked not to be shown is taken as it should be, and the desk still has it all."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from team.models import Supervision, Therapist
from team.name_in_texts import texts_with_last_name
from tests.factories import (
    make_inquiry,
    make_published_article,
    make_therapist,
    make_user,
)
from tests.team.held_back import hold_back

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "first", "slug", "held"),
    [
        ("Mary Ann Smith", "Mary Ann", "mary-ann-smith", "mary-ann"),
        ("Nguyễn Thị Minh", "Minh", "nguyen-thi-minh", "minh"),
        ("José Muñoz", "José", "munoz", "jose"),
        ("J. R. Oakes", "J.", "j-r-oakes", "j"),
        ("Ana O’Neil", "Ana", "ana", "ana"),
        ("Ana O’Neil", "Ana", "ana-o-neil", "ana"),
        ("Anna", "Ann", "anna", "ann"),
        ("Ольга Петрова", "Ольга", "olga-p", "olga-p"),
    ],
)
def test_an_address_gives_up_the_last_name_and_nothing_else(practice, name, first, slug, held):
    person = make_therapist(name, slug=slug)
    person.first_name_only = first
    person.save()
    assert Therapist.objects.get(pk=person.pk).slug == held


def test_translations_hold_back_the_same(practice):
    first = make_therapist("June Aldecott")
    other = make_therapist("June Aldecott", slug="junia", language="es", translation_of=first)
    hold_back(first, first_name_only="June", is_without_photo=True)
    other.refresh_from_db()
    assert (other.first_name_only, other.is_without_photo) == ("June", True)
    hold_back(other, first_name_only="", is_without_photo=False)
    other.refresh_from_db()
    assert other.first_name_only == "June"


def test_the_desk_shows_all(client, june):
    hold_back(june, first_name_only="June", is_without_photo=True, is_without_place=True)
    client.force_login(make_user("manager"))
    page = client.get(f"/admin/team/therapist/{june.pk}/change/").text
    for text in ("June Aldecott-Voß", "Tuesdays at four"):
        assert text in page
    assert "June Aldecott-Voß" in client.get("/admin/team/therapist/").text


def test_who_was_asked_for_by_the_whole_name_is_still_who_was_asked_for(june):
    make_inquiry()
    hold_back(june, first_name_only="June")
    assert june.is_called("June Aldecott-Voß")
    assert june.is_called("June")
    assert not june.is_called("Ines Calder")


def test_staff_are_told_where_the_last_name_still_stands(client, june):
    client.force_login(make_user("manager"))
    make_published_article("A walk", ["A Guest"], body="<p>As June Aldecott-Voß says, rest.</p>")
    make_published_article("A list", ["A Guest"], body="<p>A voyage.</p>")
    hold_back(june, first_name_only="June")
    assert texts_with_last_name(june) == ["A walk"]


@pytest.mark.parametrize("typed", ["June Aldecott-Voß", "june aldecott voss", "Aldecott-Voß, June"])
def test_the_whole_name_is_no_first_name(june, typed):
    june.first_name_only = typed
    with pytest.raises(ValidationError, match="whole name"):
        june.full_clean()


def test_a_supervisor_is_named_in_full(june):
    intern = make_therapist("Tam Birch")
    june.first_name_only = "June"
    june.save()
    row = Supervision(supervisee=intern, supervisor=june, from_day=date(2026, 1, 1))
    with pytest.raises(ValidationError, match="named in full"):
        row.full_clean()
    row.save()
    with pytest.raises(ValidationError, match="Tam Birch"):
        june.full_clean()
