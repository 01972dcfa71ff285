"""No page and no mail says anything of tonight, today, open or closed that is not so at that hour: each hour of a
week, the hours of closure days, and when an answer is late."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from intake import mails as intake_mails
from intake.jobs import promises
from intake.models import Inquiry, Mention
from outbox.models import Message
from pages.models import ClosureDay, CrisisResource, OpeningHours
from practice_site import errors
from tests import factories
from tests.practice_site.clock_words import CLOSED, CLOSES, CLOSES_ON_FRIDAY, FRIDAY, OPENS, untrue

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("America/Los_Angeles")
WEEK = [datetime(2026, 11, 16, tzinfo=ZONE) + timedelta(hours=n) for n in range(168)]
CLOSURE = [datetime(2026, 11, 26, tzinfo=ZONE) + timedelta(hours=n) for n in range(48)]
EVERY_HOUR = WEEK + CLOSURE
# Between these hours of a day no hours of the practice and no night begin or end.
TURNS = [moment for moment in EVERY_HOUR if moment.hour in (0, 5, 8, 15, 19)]
SENT = datetime(2026, 11, 11, 12, tzinfo=ZONE)
LISTS = [
    "/", "/team/", "/team/?room=1", "/specialties/", "/specialties/grief/", "/approaches/", "/blog/",
    "/blog/by/month/", "/blog/the-drawer/", "/contact/", "/fees/", "/search/?q=grief",
    "/search/?q=i+want+to+die", "/search/?q=killing+it+at+work", "/team/hana-wexler/", "/r/", "/nowhere/",
]  # fmt: skip


@pytest.fixture
def practice():
    practice = factories.make_practice(
        time_zone="America/Los_Angeles", responder="Dana Osei", response_days=2, email="a@b.example"
    )
    for weekday in range(FRIDAY + 1):
        closes = CLOSES_ON_FRIDAY if weekday == FRIDAY else CLOSES
        OpeningHours.objects.create(practice=practice, weekday=weekday, opens=OPENS, closes=closes)
    first, last = min(CLOSED), max(CLOSED)
    ClosureDay.objects.create(first_day=first, last_day=last, reason=CLOSED[first])
    CrisisResource.objects.create(name="River line", text="Awake at any hour.", call="988")
    grief = factories.make_specialty("Grief")
    factories.make_published_article(
        "The drawer", [factories.make_therapist("Hana Wexler")], [grief]
    )
    factories.make_page("Fees")
    return practice


@pytest.fixture
def codes(practice):
    """The pages of people who have written: in time, late, and on the waitlist."""
    codes = [factories.person_keys.new_code() for _n in range(3)]
    due = {"due_on": date(2026, 12, 1)}, {"due_on": date(2026, 11, 13)}, {"state": "waiting"}
    for code, fields in zip(codes, due, strict=True):
        factories.make_inquiry(factories.make_content(), code=code, received_at=SENT, **fields)
    return [f"/r/{code}/" for code in codes]


def at(moments):
    for moment in moments:
        with time_machine.travel(moment, tick=False):
            yield moment


def test_the_form_says_what_is_so_at_each_hour(client, practice):
    factories.open_intake()
    for moment in at(EVERY_HOUR):
        assert untrue(client.get("/get-started/").text, moment) == [], moment


def test_no_page_of_a_person_says_what_is_not_so(client, codes):
    for moment in at(TURNS):
        for address in [codes[0], f"{codes[0]}?new", *codes[1:]]:
            assert untrue(client.get(address).text, moment) == [], (address, moment)


def test_a_form_that_is_shut_says_what_is_so(client, practice):
    for moment in at(EVERY_HOUR):
        page = client.get("/get-started/").text
        assert "takes no messages" in page
        assert untrue(page, moment) == [], moment


def test_no_other_page_says_what_is_not_so(client, practice):
    for moment in at(TURNS):
        for address in LISTS:
            assert untrue(client.get(address).text, moment) == [], (address, moment)


def test_no_error_page_says_what_is_not_so(practice):
    for status in errors.MESSAGES:
        for message in (None, errors.MESSAGE_OF_A_FORM, errors.MESSAGE_WITH_A_FORM):
            page = errors.page(status, message=message).text
            for moment in EVERY_HOUR:
                assert untrue(page, moment) == [], (status, moment)


def test_no_mail_says_what_will_not_be_so_when_it_is_read(practice, settings):
    """Whoever reads it does so at another hour: it says nothing of the clock at all."""
    settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
    manager = factories.make_user("manager")
    owner = factories.make_user("coordinator")
    inquiry = factories.make_inquiry(due_on=date(2026, 11, 13), owner=owner, received_at=SENT)
    content = factories.told(inquiry)
    for _moment in at(EVERY_HOUR[::5]):
        Mention.objects.all().delete()
        intake_mails.notify_coordinators(inquiry)
        intake_mails.acknowledge(inquiry, content)
        intake_mails.tell_of_news(inquiry, content)
        intake_mails.tell_of_worry(inquiry, manager, is_after_hours=False)
        promises.tell_owner(inquiry)
        promises.tell_managers(2)
    written = {f"{row.subject}\n{row.body}" for row in Message.objects.all()}
    assert len(written) >= 5
    for text in written:
        for moment in EVERY_HOUR:
            assert untrue(text, moment) == []


@pytest.mark.parametrize(
    ("said", "day", "hour", "is_so"),
    [
        ("Nobody will see this tonight.", date(2026, 11, 17), time(9), False),
        ("Nobody will see this tonight.", date(2026, 11, 17), time(23), False),
        ("We are closed for a moment.", date(2026, 11, 17), time(9), False),
        ("If you need somebody today, call.", date(2026, 11, 22), time(9), False),
        (
            "Somebody sees it today or on the next business day.",
            date(2026, 11, 17),
            time(19),
            False,
        ),
        ("Somebody sees it today or on the next business day.", date(2026, 11, 17), time(18), True),
        ("The phone is answered until 7 p.m. today.", date(2026, 11, 20), time(9), False),
        ("The phone is answered until 3 p.m. today.", date(2026, 11, 20), time(9), True),
        ("The phone is answered until 3 p.m. today.", date(2026, 11, 27), time(9), False),
        ("We are closed today: Thanksgiving.", date(2026, 11, 27), time(9), True),
        ("We are closed today: Thanksgiving.", date(2026, 11, 28), time(0), False),
        ("Nobody is at the phone right now.", date(2026, 11, 17), time(9), False),
        ("Bring the whole story.", date(2026, 11, 17), time(9), True),
    ],
)
def test_the_reader_knows_what_is_so(said, day, hour, is_so):
    moment = datetime.combine(day, hour, ZONE)
    assert (untrue(f"<p>Hello. {said}</p>", moment) == []) == is_so


def test_a_late_answer_is_said_to_be_late(client, codes):
    with time_machine.travel(WEEK[9], tick=False):
        assert Inquiry.objects.filter(due_on__lt=WEEK[9].date()).count() == 1
        assert "We are late" in client.get(codes[1]).text
