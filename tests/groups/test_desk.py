"""Staff write groups as they write everything that goes out."""

import pytest
from django.urls import reverse

from groups.models import Group
from pages.models import Location
from tests.factories import make_group, make_therapist

pytestmark = pytest.mark.django_db
ADD = reverse("admin:groups_group_add")
TYPED = {
    "kind": "group", "title": "Worry, in company", "for_whom": "Whoever worries", "body": "<p>We practice.</p>",
    "weekday": "3", "joining": "open", "is_in_person": "on", "room": "open", "base_version": "0",
}  # fmt: skip


def change(group):
    return reverse("admin:groups_group_change", args=[group.pk])


def test_a_draft_needs_a_name_and_what_goes_out_needs_the_rest(client, editor):
    hana = make_therapist("Hana Wexler")
    empty = {**TYPED, "for_whom": "", "body": "", "weekday": "", "is_in_person": ""}
    empty = {name: value for name, value in empty.items() if value}
    errors = client.post(ADD, {**empty, "_publish": "1"}).context["adminform"].form.errors
    assert {"for_whom", "body", "weekday", "is_in_person", "leaders"} == set(errors)
    client.post(ADD, {**empty, "_save": "1"})
    draft = Group.objects.get()
    assert (draft.state, draft.slug) == ("draft", "worry-in-company")
    client.post(change(draft), {**TYPED, "base_version": "1", "leaders": [hana.pk], "_publish": "1"})  # fmt: skip
    assert "Hana Wexler" in client.get("/groups/worry-in-company/").text


def test_room_holds_at_once_whatever_becomes_of_the_words(client, editor):
    hana = make_therapist("Hana Wexler")
    group = make_group("Worry, in company", [hana], slug="worry-in-company")
    changed = {
        **TYPED, "title": "Another name", "slug": group.slug, "room": "full", "leaders": [hana.pk],
        "publish_at_0": "2026-01-05", "publish_at_1": "09:00", "_keep": "1",
    }  # fmt: skip
    assert client.post(change(group), changed).status_code == 302
    page = client.get(group.get_absolute_url()).text
    assert ">Worry, in company</h1>" in page
    assert "Ask about the next one" in page


def test_a_place_that_is_taken_away_takes_no_group_with_it(practice):
    group = make_group(location=Location.objects.create(practice=practice, name="The house"))
    Location.objects.all().delete()
    group.refresh_from_db()
    assert group.location is None


def test_the_preview_shows_who_would_lead(client, editor):
    hana = make_therapist("Hana Wexler")
    group = make_group("Worry", state="draft", publish_at=None)
    typed = {**TYPED, "leaders": [hana.pk], "base_version": "0"}
    page = client.post(reverse("admin:groups_group_preview", args=[group.pk]), typed)
    assert page.status_code == 200
    assert "Hana Wexler" in page.text
