from datetime import date, timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from pages.error_page_facts import recall
from pages.models import Announcement, ClosureDay, CrisisResource
from tests.factories import make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 4)
DAYS = [TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1)]
CRISIS = "/admin/pages/crisisresource/"
STAYS = "At least one kind of crisis help is always shown."


@pytest.fixture
def manager_client(client):
    client.force_login(make_user("manager"))
    return client


def test_row_and_queryset_agree_on_what_is_announced_today():
    current = {}
    for first, last in product(DAYS, DAYS):
        try:
            with transaction.atomic():
                row = Announcement.objects.create(text="Closed.", first_day=first, last_day=last)
        except IntegrityError:
            assert last < first
            continue
        current[row.pk] = row.is_current(TODAY)
    assert list(current.values()).count(True) == 4
    found = set(Announcement.objects.current(TODAY).values_list("pk", flat=True))
    assert found == {pk for pk, is_current in current.items() if is_current}


def test_an_announcement_is_on_every_page_on_its_days(client):
    today = timezone.localdate()
    Announcement.objects.create(
        text="Snow & <b>ice</b> today.", first_day=today, last_day=today + timedelta(days=1)
    )
    over = today - timedelta(days=9)
    Announcement.objects.create(text="Long over.", first_day=over, last_day=over)
    for address in ("/", "/contact/", "/team/"):
        html = client.get(address).text
        assert "Snow &amp; &lt;b&gt;ice&lt;/b&gt; today." in html
        assert "Long over." not in html


def test_an_announcement_shows_how_it_looks(client):
    row = Announcement.objects.create(text="We <move>.", first_day=TODAY, last_day=TODAY)
    client.force_login(make_user("editor"))
    html = client.get(f"/admin/pages/announcement/{row.pk}/change/").text
    assert '<p class="notice-preview">We &lt;move&gt;.</p>' in html


@pytest.mark.parametrize("model", [Announcement, ClosureDay])
def test_days_in_the_wrong_order_are_refused_in_words(model):
    row = model(first_day=DAYS[1], last_day=DAYS[0])
    with pytest.raises(ValidationError, match="last day comes before"):
        row.validate_constraints()


def help_rows(*shown):
    return [
        CrisisResource.objects.create(name=f"Line {n}", text="Call.", is_shown=is_shown)
        for n, is_shown in enumerate(shown)
    ]


def listed(rows, **changes):
    """What the list sends when somebody edits it there."""
    data = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows), "_save": "Save"}
    for n, row in enumerate(rows):
        data |= {f"form-{n}-id": row.pk, f"form-{n}-order": n}
        if row.is_shown:
            data[f"form-{n}-is_shown"] = "on"
    return {key: value for key, value in (data | changes).items() if value is not None}


def shown():
    return CrisisResource.objects.filter(is_shown=True).count()


def test_the_last_help_shown_cannot_be_deleted(manager_client):
    row, _hidden = help_rows(True, False)
    response = manager_client.post(f"{CRISIS}{row.pk}/delete/", {"post": "yes"}, follow=True)
    assert STAYS in response.text
    assert shown() == 1


def test_one_of_two_can_be_deleted(manager_client):
    row, _other = help_rows(True, True)
    manager_client.post(f"{CRISIS}{row.pk}/delete/", {"post": "yes"})
    assert shown() == 1


def test_several_cannot_be_deleted_at_once(manager_client):
    rows = help_rows(True, True)
    data = {"action": "delete_selected", "_selected_action": [r.pk for r in rows], "post": "yes"}
    manager_client.post(CRISIS, data)
    assert shown() == 2


def test_the_last_help_shown_cannot_be_hidden(manager_client):
    (row,) = help_rows(True)
    data = {"name": "Line", "text": "Call.", "order": "0"}
    response = manager_client.post(f"{CRISIS}{row.pk}/change/", data)
    assert STAYS in response.text
    assert shown() == 1


def test_all_help_cannot_be_hidden_together_in_the_list(manager_client):
    rows = help_rows(True, True)
    both = {"form-0-is_shown": None, "form-1-is_shown": None}
    assert STAYS in manager_client.post(CRISIS, listed(rows, **both)).text
    assert shown() == 2
    manager_client.post(CRISIS, listed(rows, **{"form-0-is_shown": None}))
    assert shown() == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://chat.example", "//x.example"])
def test_a_chat_is_reached_over_https(address):
    with pytest.raises(ValidationError):
        CrisisResource(name="Line", text="Chat.", chat_url=address).clean_fields()


@pytest.mark.parametrize("change", ["save", "delete"])
def test_error_pages_learn_of_changed_crisis_help(
    change, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.STATE_DIR = tmp_path
    row, _other = help_rows(True, True)
    row.name = "Another line"
    with django_capture_on_commit_callbacks(execute=True):
        getattr(row, change)()
    names = [line.name for line in recall()["crisis_help"].all]
    assert names == {"save": ["Another line", "Line 1"], "delete": ["Line 1"]}[change]
