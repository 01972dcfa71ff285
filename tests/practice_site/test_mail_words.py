"""The words of every mail: whole sentences that promise nothing, name nobody's concern, and say truly
whether an answer is read."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as site
from django.core.management import call_command
from django.test.signals import template_rendered
from django.utils import timezone

from blog.asking import mails as asking_mails
from editing import mails as editing_mails
from groups import reminders as group_mails
from intake import mails as intake_mails
from intake.jobs import promises
from intake.models import Mention
from outbox.models import Message
from pages.models import Practice
from staff import mails as staff_mails
from team import reminders as license_mails
from team.confirming import links as room_mails
from tests import factories

pytestmark = pytest.mark.django_db
ROOT = Path(site.BASE_DIR)
# Written on a page or into a note there, and in no mail.
NO_MAILS = re.compile(
    r"intake/(kind_no|kind_no_note|no_word|offer_summary|on_the_list|still_looking)\.txt|mfa/messages/"
)


def write_all():
    """One of each mail of the site."""
    coordinator = factories.make_user("coordinator", name="Dana Osei")
    manager = factories.make_user("manager", name="Ana Vale")
    factories.make_user("manager", name="Ruth Hale")
    inquiry = factories.make_inquiry(due_on=date(2026, 12, 1), owner=coordinator)
    content = factories.told(inquiry)
    for tell in (intake_mails.notify_coordinators, intake_mails.notify_owner, promises.tell_owner):
        tell(inquiry)
        Mention.objects.all().delete()  # what comes now is a mail of its own
    for tell in (intake_mails.notify_coordinators, intake_mails.notify_owner, promises.tell_owner):
        tell(inquiry)
        tell(factories.make_inquiry(owner=coordinator))
    intake_mails.tell_of_worry(inquiry, manager, is_after_hours=False)
    intake_mails.acknowledge(inquiry, content)
    intake_mails.tell_of_news(inquiry, content)
    intake_mails.ask_clinician("hana@practice.example", "K" * 16)
    promises.tell_managers(1)
    room_mails.ask(
        factories.make_therapist("Hana Wexler", user=factories.make_user("clinician")), manager
    )
    promises.tell_managers(2)
    staff_mails.send_invitation(coordinator, coordinator)
    staff_mails.send_password_link(coordinator)
    staff_mails.send_address_changed(coordinator, "old@home.example", manager)
    staff_mails.send_factors_changed(coordinator)
    staff_mails.send_factors_changed(coordinator, by=manager)
    link = Link()
    asking_mails.ask(link)
    editing_mails.send_request(link)
    editing_mails.send_wording_change(link)
    clinician = factories.make_therapist(user=factories.make_user("clinician"))
    clinician.authorities.update(to_day=timezone.localdate())
    license_mails.tell()
    factories.make_group()
    group_mails.tell_of_unled()


class Link:
    name = reader = created_by_name = "Rosa Quill"
    url = f"{site.SITE_URL}/p/abc/"
    expires_at = date(2026, 12, 1)
    email = "rosa@home.example"


@pytest.fixture
def arrived(mailbox, settings):
    """Every mail, as it arrived, with these practice facts."""

    def send(**facts):
        settings.EMAIL_BACKEND = "outbox.backends.OutboxBackend"
        factories.open_intake()
        if facts:
            factories.make_practice(**facts)
        else:
            Practice.objects.all().delete()
        write_all()
        # The second time for what the jobs of the first one wrote.
        call_command("worker", once=True)
        call_command("worker", once=True)
        assert len(mailbox.messages) == Message.objects.count()
        return mailbox.messages

    return send


def text_of(mail):
    return mail.get_content().replace("\r\n", "\n")


EMPTY = {}
FULL = {
    "name": "Larchmont Counseling",
    "phone": "(555) 010-0199",
    "mail_name": "Dana at Larch Street",
    "mail_reply_to": "answers@practice.example",
}


@pytest.mark.parametrize("facts", [EMPTY, FULL], ids=["empty facts", "full facts"])
def test_every_subject_and_body_is_whole(arrived, facts):
    for mail in arrived(**facts):
        subject, body = mail["Subject"], text_of(mail)
        assert re.fullmatch(r"[A-Z][^\n]*\w", subject), subject
        assert subject.split()[-1] not in {"to", "for", "of", "the", "a", "with", "by"}, subject
        assert "None" not in body
        assert "{" not in body
        assert not re.search(r" [,.;:]| {2}|\n{3}|\(\)", body), body
        for paragraph in body.split("\n\n"):
            assert re.match(r"[A-Z\d]|http|-- \n[A-Z]", paragraph), paragraph
            assert paragraph.strip()[-1] in ".:,?/" or "http" in paragraph, paragraph


def test_no_mail_says_what_kind_of_place_this_is(arrived):
    for mail in arrived(**{**FULL, "mail_name": ""}):
        # Without links: the codes in them are drawn by lot, and may hold any digits.
        words = re.sub(r"https?://\S+", "", text_of(mail))
        whole = f"{mail['From']} {mail['Subject']} {words}".lower()
        for word in ("therap", "counsel", "psych", "session", "988", "client"):
            assert word not in whole, text_of(mail)


def test_on_empty_facts_no_mail_promises_a_phone_or_a_reader(arrived):
    for mail in arrived():
        body = text_of(mail)
        assert "nobody reads what comes back" in body
        assert "Reply-To" not in mail
        assert not re.search(r"\bcall (\d|\(|us\b)|our phone", body), body
        assert mail["From"] == "Front desk <noreply@localhost>"


def test_where_somebody_reads_answers_every_mail_says_so_and_leads_there(arrived):
    for mail in arrived(**FULL):
        body = text_of(mail)
        assert mail["Reply-To"] == "answers@practice.example"
        assert mail["From"].addresses[0].display_name == "Dana at Larch Street"
        assert "nobody reads" not in body
        assert "Email is not private" in body
        assert "call (555) 010-0199" in body


def test_a_sender_that_is_the_practices_own_box_is_not_called_unread(arrived, settings):
    settings.DEFAULT_FROM_EMAIL = "Office@practice.example"
    for mail in arrived(email="office@practice.example"):
        assert "nobody reads" not in text_of(mail)


def test_a_mail_to_somebody_who_wrote_says_how_it_is_known(arrived):
    mails = [mail for mail in arrived() if "/r/" in text_of(mail)]
    assert len(mails) == 2
    for mail in mails:
        assert "the page whose code you were shown" in text_of(mail)


def test_what_was_added_has_words_of_its_own(arrived):
    bodies = {mail["Subject"]: text_of(mail) for mail in arrived()}
    new, added = bodies["A new message is waiting"], bodies["Something was added to a message"]
    assert new.splitlines()[0] != added.splitlines()[0]


def test_all_of_these_are_all_mails_there_are(arrived):
    """A mail that nobody renders here is one whose words nobody looks at."""
    used = set()
    template_rendered.connect(note := lambda template, **_: used.add(template.name))
    try:
        arrived()
    finally:
        template_rendered.disconnect(note)
    there = {
        str(path.relative_to(ROOT / "templates")) for path in (ROOT / "templates").rglob("*.txt")
    }
    assert {name for name in there if not NO_MAILS.match(name)} <= used
