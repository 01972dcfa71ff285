"""What needs attention today, for one person: the first thing on the admin's index.

Only what the person may open is counted; a number alone can tell too much.
"""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import Article
from intake.models import Inquiry
from outbox.models import Message
from pages.models import Page
from staff.models import User
from team.models import Therapist

ROOM_GOES_STALE_AFTER = timedelta(days=30)


@dataclass(frozen=True)
class Item:
    text: str
    url: str


def attention(user):
    """Items in the order in which somebody should look at them."""
    for question in (inquiries, mail, own_room, articles, pages, invitations):
        yield from question(user)


def inquiries(user):
    if user.has_perm("intake.view_inquiry"):
        number = Inquiry.objects.filter(state=Inquiry.State.NEW).count()
        text = ngettext("%d new inquiry", "%d new inquiries", number)
        yield from counted(number, text, "intake_inquiry", state__exact="new")


def mail(user):
    if user.has_perm("outbox.view_message"):
        number = Message.objects.undelivered().count()
        text = ngettext("%d mail not delivered", "%d mails not delivered", number)
        yield from counted(number, text, "outbox_message", state__exact="undelivered")
        number = Message.objects.late().count()
        text = ngettext("%d mail waiting for long", "%d mails waiting for long", number)
        yield from counted(number, text, "outbox_message", state__exact="waiting")


def own_room(user):
    """A clinician says from time to time whether there is room; visitors see how old the word is."""
    if not user.has_perm("team.change_own_profile"):
        return
    profile = Therapist.objects.listed().filter(user=user).first()
    if profile is None:
        return
    confirmed = profile.availability_confirmed_on
    if confirmed is None or timezone.localdate() - confirmed > ROOM_GOES_STALE_AFTER:
        yield Item(
            _("Do you have room for new clients? Please confirm it on your profile."),
            reverse("admin:team_therapist_change", args=[profile.pk]),
        )


def articles(user):
    if user.has_perm("blog.view_article"):
        rows = Article.objects.all()
    elif user.has_perm("blog.write_own_article"):
        rows = Article.objects.written_by(user)
    else:
        return
    yield from drafts_and_scheduled(
        rows,
        "blog_article",
        lambda number: ngettext("%d article in draft", "%d articles in draft", number),
        lambda number: ngettext("%d article scheduled", "%d articles scheduled", number),
    )


def pages(user):
    if user.has_perm("pages.change_page"):
        yield from drafts_and_scheduled(
            Page.objects.all(),
            "pages_page",
            lambda number: ngettext("%d page in draft", "%d pages in draft", number),
            lambda number: ngettext("%d page scheduled", "%d pages scheduled", number),
        )


def invitations(user):
    if user.has_perm("staff.add_user"):
        number = User.objects.filter(
            is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX
        ).count()
        text = ngettext(
            "%d invited person has not chosen a password yet",
            "%d invited people have not chosen a password yet",
            number,
        )
        yield from counted(number, text, "staff_user", account="waiting")


def drafts_and_scheduled(rows, admin_name, draft_words, scheduled_words):
    now = timezone.now()
    drafts = rows.filter(state="draft").count()
    scheduled = rows.filter(state="approved", publish_at__gt=now).count()
    yield from counted(drafts, draft_words(drafts), admin_name, state__exact="draft")
    yield from counted(
        scheduled,
        scheduled_words(scheduled),
        admin_name,
        state__exact="approved",
        publish_at__gt=now.isoformat(timespec="minutes"),
    )


def counted(number, text, admin_name, **filters):
    if number:
        url = reverse(f"admin:{admin_name}_changelist")
        yield Item(text % number, f"{url}?{urlencode(filters)}")
