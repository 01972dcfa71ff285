"""What needs attention today, for one person: the first thing on the admin's index.

Only what the person may open is counted; a number alone can tell too much.
"""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.approval import key_for
from blog.models import Article
from editing.models import FineHere, PreviewLink, ReviewStep, Version, WorkingCopy
from intake.models import Inquiry
from intake.room import attention as room
from outbox.models import Message
from outbox.troubles import troubles
from pages.models import Page
from staff.models import User
from team.models import Therapist

MOST_ROWS = 8
ROOM_GOES_STALE_AFTER = timedelta(days=30)


@dataclass(frozen=True)
class Item:
    text: str
    url: str


def attention(user):
    """Items in the order in which somebody should look at them."""
    questions = (
        keys,
        inquiries,
        in_clear,
        mail,
        asked_of_me,
        reviews,
        returned,
        unsaved,
        next_texts,
        past_review,
        findings,
    )
    for question in (*questions, own_room, articles, pages, invitations):
        yield from question(user)


def keys(user):
    for words, address in room.lines(user):
        yield Item(words, address)


def inquiries(user):
    if user.has_perm("intake.view_inquiry"):
        number = Inquiry.objects.open().filter(state=Inquiry.State.NEW).count()
        text = ngettext("%d new inquiry", "%d new inquiries", number)
        yield from counted(number, text, "intake_inquiry", place="new")
        number = Inquiry.objects.due().exclude(state=Inquiry.State.NEW).count()
        text = ngettext("%d next step is due", "%d next steps are due", number)
        yield from counted(number, text, "intake_inquiry", place="open")
        number = Inquiry.objects.to_tell().count()
        text = ngettext("%d person is to be told", "%d people are to be told", number)
        yield from counted(number, text, "intake_inquiry", place="to-tell")
        number = Inquiry.objects.to_hand_over().count()
        text = ngettext("%d client to hand over", "%d clients to hand over", number)
        yield from counted(number, text, "intake_inquiry", place="to-hand-over")


def in_clear(user):
    """What a version from before sealing stored; whoever runs the site is asked to seal it."""
    if user.has_perm("intake.view_inquiry") or user.has_perm("staff.add_user"):
        number = Inquiry.objects.unsealed().count()
        text = ngettext(
            "%d inquiry from earlier lies unsealed: whoever runs the site should run "
            "manage.py seal_inquiries",
            "%d inquiries from earlier lie unsealed: whoever runs the site should run "
            "manage.py seal_inquiries",
            number,
        )
        if number:
            yield Item(text % number, reverse("admin:index"))


def mail(user):
    if user.has_perm("outbox.view_message"):
        waiting = f"{reverse('admin:outbox_message_changelist')}?state__exact=waiting"
        for sentence in troubles():
            yield Item(sentence, waiting)
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


def asked_of_me(user):
    """Texts that wait for this person's own yes, by the private link that asks for it."""
    therapist = Therapist.objects.filter(user=user).first()
    if therapist is None:
        return
    links = PreviewLink.objects.open().unanswered().filter(reader_key=key_for(therapist))
    for link in links.select_related("version")[:MOST_ROWS]:
        words = _("“%(title)s” waits for your word.")
        yield Item(words % {"title": title_of(link.version)}, link.url)


def reviews(user):
    """What authors have asked the editors to publish."""
    if user.has_perm("blog.publish_article"):
        words = _("“%(title)s” waits for your yes.")
        yield from last_said(Article.objects.kept(), "submitted", words)


def returned(user):
    rows = Article.objects.kept().written_by(user)
    yield from last_said(rows, "returned", _("“%(title)s” was returned, with a note."))


def last_said(rows, kind, words):
    """Drafts on which the last word was of this kind, newest first."""
    last = ReviewStep.objects.latest_of(Article)
    waiting = [pk for pk, said in last.items() if said == kind]
    for article in rows.filter(pk__in=waiting).exclude(state="approved")[:MOST_ROWS]:
        yield Item(words % {"title": article}, admin_address(article))


def unsaved(user):
    copies = WorkingCopy.objects.filter(user=user).with_text().order_by("-typed_at")
    for copy in copies.select_related("content_type")[:MOST_ROWS]:
        model = copy.content_type.model_class()
        row = model._base_manager.filter(pk=copy.object_id).first() if copy.object_id else None
        title = row or " ".join(copy.data.get("title", [])) or _("something new")
        words = _("You left unsaved text in “%(title)s”.")
        yield Item(words % {"title": title}, admin_address(row) if row else add_address(model))


def next_texts(user):
    """Texts that are written and not on the site, while visitors read the one before."""
    for model, permission in ((Article, "blog.publish_article"), (Page, "pages.change_page")):
        if user.has_perm(permission):
            rows = model.objects.kept().filter(latest_version__gt=F("current_version"))
            for row in rows[:MOST_ROWS]:
                words = _("“%(title)s” has a next text that is not on the site.")
                yield Item(words % {"title": row}, admin_address(row))


def past_review(user):
    if user.has_perm("blog.publish_article"):
        for article in Article.objects.published().past_review()[:MOST_ROWS]:
            yield Item(
                _("“%(title)s” is past its review.") % {"title": article}, admin_address(article)
            )


def findings(user):
    """Articles on the site with things to look at that nobody has answered."""
    if not user.has_perm("blog.publish_article"):
        return
    articles = {article.pk: article for article in Article.objects.published()}
    content_type = ContentType.objects.get_for_model(Article)
    versions = Version.objects.filter(content_type=content_type).exclude(findings=[])
    answered = set(
        FineHere.objects.filter(version__content_type=content_type).values_list(
            "version__object_id", "key"
        )
    )
    shown = 0
    for pk, number, found in versions.values_list("object_id", "number", "findings"):
        article = articles.get(pk)
        open_ones = [f for f in found if (pk, f["key"]) not in answered]
        if article and number == article.latest_version and open_ones and shown < MOST_ROWS:
            shown += 1
            words = ngettext(
                "“%(title)s” has one thing to look at.",
                "“%(title)s” has %(number)d things to look at.",
                len(open_ones),
            )
            words %= {"title": article, "number": len(open_ones)}
            yield Item(words, admin_address(article))


def title_of(version):
    return " ".join(version.data.get("title", version.data.get("name", []))) or str(version)


def admin_address(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def add_address(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")


def articles(user):
    if user.has_perm("blog.view_article"):
        rows = Article.objects.kept()
    elif user.has_perm("blog.write_own_article"):
        rows = Article.objects.kept().written_by(user)
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
            Page.objects.kept(),
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
    drafts = rows.with_status("draft").count()
    scheduled = rows.with_status("scheduled").count()
    yield from counted(drafts, draft_words(drafts), admin_name, status="draft")
    yield from counted(scheduled, scheduled_words(scheduled), admin_name, status="scheduled")


def counted(number, text, admin_name, **filters):
    if number:
        url = reverse(f"admin:{admin_name}_changelist")
        yield Item(text % number, f"{url}?{urlencode(filters)}")
