from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from pages.models import Page

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
TIMES = [None, NOW - timedelta(seconds=1), NOW, NOW + timedelta(seconds=1)]


def test_row_and_queryset_agree_on_what_is_public():
    """Every combination the database allows, at one moment."""
    public = {}
    for n, (state, publish_at, withdraw_at) in enumerate(product(Page.State, TIMES, TIMES)):
        try:
            with transaction.atomic():
                page = Page.objects.create(
                    title=f"{n}",
                    slug=f"p{n}",
                    state=state,
                    publish_at=publish_at,
                    withdraw_at=withdraw_at,
                )
        except IntegrityError:
            continue
        public[page.pk] = page.status(NOW) == "live"
    assert 20 < len(public) < 48
    assert True in public.values()
    found = set(Page.objects.published(NOW).values_list("pk", flat=True))
    assert found == {pk for pk, is_public in public.items() if is_public}


@pytest.mark.parametrize(
    ("state", "publish_at", "withdraw_at", "status"),
    [
        ("draft", NOW, None, "draft"),
        ("withdrawn", NOW, None, "withdrawn"),
        ("approved", NOW + timedelta(days=1), None, "scheduled"),
        ("approved", NOW, None, "live"),
        ("approved", NOW, NOW + timedelta(days=1), "live"),
        ("approved", NOW - timedelta(days=2), NOW, "withdrawn"),
    ],
)
def test_status_is_derived(state, publish_at, withdraw_at, status):
    assert Page(state=state, publish_at=publish_at, withdraw_at=withdraw_at).status(NOW) == status


def a_page(**changes):
    return Page(**{"title": "Fees", "slug": "fees", "body": "<p>What.</p>"} | changes)


def test_publishing_keeps_the_first_time_for_good():
    page = a_page()
    page.publish()
    first = page.first_published_at
    assert first == page.publish_at
    page.withdraw()
    page.publish_at = first + timedelta(seconds=1)
    page.publish()
    assert page.first_published_at == first


def test_a_time_that_was_moved_before_it_came_does_not_count():
    page = a_page(publish_at=timezone.now() + timedelta(days=3))
    page.publish()
    assert not page.was_public
    page.publish_at = timezone.now() + timedelta(days=30)
    page.save()
    page.refresh_from_db()
    assert page.first_published_at == page.publish_at


def test_publishing_again_drops_a_time_to_withdraw_that_has_passed():
    past = timezone.now() - timedelta(days=1)
    page = a_page(publish_at=past - timedelta(days=1), withdraw_at=past)
    page.publish()
    assert page.is_published


def test_publishing_refuses_what_is_not_ready():
    page = a_page(body="")
    with pytest.raises(ValidationError):
        page.publish()
    assert page.state == "draft"


@pytest.mark.parametrize("status", ["draft", "scheduled", "live", "withdrawn"])
def test_row_and_queryset_agree_on_where_a_text_stands(status):
    rows = []
    for n, (state, publish_at, withdraw_at) in enumerate(product(Page.State, TIMES, TIMES)):
        times = {"publish_at": publish_at, "withdraw_at": withdraw_at}
        try:
            with transaction.atomic():
                rows.append(Page.objects.create(title=f"{n}", slug=f"p{n}", state=state, **times))
        except IntegrityError:
            continue
    expected = {page.pk for page in rows if page.status(NOW) == status}
    found = Page.objects.with_status(status, NOW)
    assert {page.pk for page in found} == expected
    assert expected
