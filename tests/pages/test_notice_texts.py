"""What stands as a legal notice, from when to when, and that nobody can write over it."""

from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from pages.models import LegalNotice, NoticeText
from pages.models.notice_text import WORDS, stood_on
from pages.notices import american_set
from pages.notices.kinds import NEEDS
from tests.factories import make_notice, make_notice_text

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 3, 18, tzinfo=UTC)
Outcome = NoticeText.Outcome


def titles(at):
    return [row.title for row in NoticeText.objects.public(at)]


def test_each_kind_there_is_one_of_is_in_the_list_from_the_start_without_a_text():
    LegalNotice.objects.all().delete()
    begun = import_module("pages.migrations.0009_legal_notices_begun")
    # Twice: a backup that is put back may hold them already.
    for _time in range(2):
        begun.begin(apps, None)
    kinds = set(LegalNotice.objects.values_list("kind", flat=True))
    assert kinds == set(NEEDS) - {LegalNotice.Kind.BOARD}
    assert not NoticeText.objects.exists()


def test_a_draft_never_stands():
    make_notice_text()
    assert titles(timezone.now() + timedelta(days=999)) == []


def test_the_text_in_force_is_the_last_one_whose_moment_has_come():
    notice = make_notice()
    make_notice_text(notice, MARCH, title="First")
    make_notice_text(notice, MARCH + timedelta(days=10), title="Second")
    make_notice_text(make_notice(), MARCH, title="Of another board")
    assert titles(MARCH - timedelta(seconds=1)) == []
    assert titles(MARCH) == ["First", "Of another board"]
    assert titles(MARCH + timedelta(days=10, seconds=-1)) == ["First", "Of another board"]
    assert titles(MARCH + timedelta(days=10)) == ["Second", "Of another board"]


def test_a_day_in_the_past_puts_no_text_in_force_before_somebody_pressed_it():
    text = make_notice_text(in_force_from=date(2020, 1, 1))
    text.put_in_force("Dana", MARCH)
    assert text.shown_from == MARCH


def test_a_day_to_come_begins_at_the_practices_own_midnight():
    text = make_notice_text(in_force_from=date(2026, 4, 1))
    with timezone.override("America/Los_Angeles"):
        text.put_in_force("Dana", MARCH)
    assert text.shown_from == datetime(2026, 4, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize("outcome", [Outcome.NOT_FOR_US, Outcome.NOTHING])
def test_what_does_not_apply_or_is_undecided_takes_the_text_from_the_site(outcome):
    notice = make_notice()
    make_notice_text(notice, MARCH, title="First")
    make_notice_text(notice, MARCH + timedelta(days=1), outcome=outcome)
    assert titles(MARCH + timedelta(days=2)) == []


@pytest.mark.parametrize("name", sorted(set(WORDS) - {"shown_from"}))
def test_what_was_in_force_is_never_written_over(name):
    text = make_notice_text(stands_since=timezone.now() - timedelta(seconds=1))
    other = {
        "notice_id": make_notice().pk,
        "in_force_from": date(2020, 1, 1),
        "has_substance_use": True,
    }
    setattr(text, name, other.get(name, "not-for-us"))
    with pytest.raises(ValidationError):
        text.save()
    text.refresh_from_db()
    with pytest.raises(ValidationError):
        text.delete()
    assert NoticeText.objects.filter(pk=text.pk).exists()


def test_what_was_in_force_can_be_noted_as_hung_up():
    text = make_notice_text(stands_since=timezone.now() - timedelta(seconds=1))
    text.in_office_on, text.in_office_by = date(2026, 3, 4), "Dana"
    text.save()


def test_a_text_that_waits_for_its_day_can_still_be_changed_and_taken_back():
    text = make_notice_text(stands_since=timezone.now() + timedelta(days=3))
    text.title = "Better"
    text.save()
    text.delete()


class TestWhatStoodOnADay:
    def stood(self, notice, day):
        return [row.title for row, _since, _until in stood_on(notice.texts.all(), day)]

    def test_each_day_from_the_first_text_on_is_answered(self):
        notice = make_notice()
        make_notice_text(notice, MARCH, title="First")
        make_notice_text(notice, MARCH + timedelta(days=10), title="Second")
        make_notice_text(notice, title="Draft")
        assert self.stood(notice, date(2026, 3, 2)) == []
        assert self.stood(notice, date(2026, 3, 3)) == ["First"]
        assert self.stood(notice, date(2026, 3, 12)) == ["First"]
        # Both stood on the day on which one took the other's place.
        assert self.stood(notice, date(2026, 3, 13)) == ["First", "Second"]
        assert self.stood(notice, date(2031, 3, 3)) == ["Second"]

    def test_a_text_replaced_at_the_very_moment_never_stood(self):
        notice = make_notice()
        make_notice_text(notice, MARCH, title="A slip")
        make_notice_text(notice, MARCH, title="Mended")
        assert self.stood(notice, date(2026, 3, 3)) == ["Mended"]

    def test_a_text_put_in_force_at_midnight_is_of_the_new_day_alone(self):
        notice = make_notice()
        with timezone.override("America/New_York"):
            midnight = datetime(2026, 3, 3, 5, tzinfo=UTC)
            make_notice_text(notice, midnight - timedelta(days=1), title="First")
            make_notice_text(notice, midnight, title="Second")
            assert self.stood(notice, date(2026, 3, 2)) == ["First"]
            assert self.stood(notice, date(2026, 3, 3)) == ["Second"]

    def test_the_day_on_which_clocks_change_has_its_own_length(self):
        notice = make_notice()
        with timezone.override("America/New_York"):
            # 11:30 p.m. of the day with 25 hours.
            make_notice_text(notice, datetime(2026, 11, 2, 4, 30, tzinfo=UTC), title="Late")
            assert self.stood(notice, date(2026, 11, 1)) == ["Late"]


@pytest.mark.parametrize("kind", sorted(NEEDS))
def test_a_text_without_what_its_kind_needs_is_not_ready(kind):
    text = make_notice_text(make_notice(kind), title=" ", text="")
    with pytest.raises(ValidationError) as refused:
        text.check_ready()
    contact = {"contact_phone"} if NEEDS[kind].contact else set()
    assert set(refused.value.error_dict) == {"title", "text"} | contact
    text.title, text.text, text.contact_email = "T", "<p>T</p>", "dana@practice.example"
    text.check_ready()


def test_does_not_apply_needs_a_reason_and_a_name():
    text = make_notice_text(outcome=Outcome.NOT_FOR_US)
    with pytest.raises(ValidationError) as refused:
        text.check_ready()
    assert set(refused.value.error_dict) == {"reason", "decided_by"}


def test_yes_to_substance_use_needs_its_paragraphs():
    text = make_notice_text(
        make_notice("privacy-practices"), contact_phone="555 010 0199", has_substance_use=True
    )
    with pytest.raises(ValidationError, match="paragraphs"):
        text.check_ready()


@pytest.mark.parametrize(
    ("kind", "name"), [("board", ""), ("grievance", "Texas"), ("accessibility", "x")]
)
def test_only_a_board_has_a_name_and_it_needs_one(kind, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalNotice.objects.create(kind=kind, name=name)


def test_addresses_are_told_apart_by_language_and_name_and_stay():
    spanish = make_notice("language-help", "es")
    boards = [make_notice(name=name) for name in ("Texas", "TEXAS!", "德州", "Texas, es")]
    slugs = [spanish.slug, *(board.slug for board in boards)]
    assert slugs == ["language-help-es", "texas", "texas-2", "board", "texas-es"]
    boards[0].name = "Another"
    boards[0].save()
    assert boards[0].slug == "texas"


class TestTheAmericanSet:
    def test_off_takes_every_one_of_it_from_the_site_and_leaves_the_rest(self):
        make_notice_text(make_notice("good-faith-estimate"), MARCH, title="Estimate")
        make_notice_text(make_notice("accessibility"), MARCH, title="Access")
        assert not american_set.is_off()
        american_set.turn(True, "Dana")
        assert american_set.is_off()
        now = timezone.now()
        assert titles(now) == ["Access"]
        reasons = NoticeText.objects.standing(now).filter(outcome=Outcome.NOT_FOR_US)
        assert {(row.reason, row.decided_by) for row in reasons} == {
            ("The practice is outside the United States.", "Dana")
        }

    def test_off_keeps_what_somebody_had_decided_with_another_reason(self):
        make_notice_text(
            make_notice("grievance"), MARCH, outcome=Outcome.NOT_FOR_US, reason="Ours", title=""
        )
        american_set.turn(True, "Dana")
        texts = NoticeText.objects.filter(notice__kind="grievance")
        assert [row.reason for row in texts] == ["Ours"]

    def test_on_again_leaves_each_to_be_decided_and_brings_no_old_text_back(self):
        make_notice_text(make_notice("good-faith-estimate"), MARCH, title="Estimate")
        american_set.turn(True, "Dana")
        american_set.turn(False, "Dana")
        assert not american_set.is_off()
        assert titles(timezone.now()) == []
