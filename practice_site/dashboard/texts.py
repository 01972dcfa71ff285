"""Texts that wait for somebody's yes, word or next look."""

from collections.abc import Callable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import Article, ArticleQuerySet
from blog.review_requirements import key_for
from editing.models import Dismissal, PreviewLink, ReviewStep, Version, WorkingCopy
from editing.models.publishing import PublishableQuerySet
from pages.models import Page
from practice_site.dashboard.items import Item, counted
from staff.admin_routes import address
from staff.models import User
from team.models import Therapist

MOST_ROWS = 8


def asked_of_me(user: User) -> Iterator[Item]:
    """Texts that wait for this person's own yes, by the private link that asks for it."""
    therapist = Therapist.objects.filter(user=user).first()
    if therapist is None:
        return
    links = PreviewLink.objects.open().unanswered().filter(reader_key=key_for(therapist))
    for link in links.select_related("version")[:MOST_ROWS]:
        text = _("“%(title)s” waits for your word.")
        yield Item(text % {"title": title_of(link.version)}, link.url)


def reviews(user: User) -> Iterator[Item]:
    """What authors have asked the editors to publish; then what came back to whoever wrote it."""
    last = ReviewStep.objects.latest_of(Article)
    if user.has_perm("blog.publish_article"):
        text = _("“%(title)s” waits for your yes.")
        yield from last_said(last, Article.objects.active(), "submitted", text)
    rows = Article.objects.active().written_by(user)
    yield from last_said(last, rows, "returned", _("“%(title)s” was returned, with a note."))


def last_said(last: dict[int, str], rows: ArticleQuerySet, kind: str, text: str) -> Iterator[Item]:
    """Drafts on which the last word was of this kind, newest first."""
    waiting = [pk for pk, said in last.items() if said == kind]
    for article in rows.filter(pk__in=waiting).exclude(state="approved")[:MOST_ROWS]:
        yield Item(text % {"title": article}, address(article, "change", article.pk))


def unsaved(user: User) -> Iterator[Item]:
    copies = WorkingCopy.objects.filter(user=user).with_text().order_by("-typed_at")
    for copy in copies.select_related("content_type")[:MOST_ROWS]:
        model = copy.content_type.model_class()
        row = model._base_manager.filter(pk=copy.object_id).first() if copy.object_id else None
        title = row or " ".join(copy.data.get("title", [])) or _("something new")
        text = _("You left unsaved text in “%(title)s”.")
        yield Item(
            text % {"title": title},
            address(row, "change", row.pk) if row else address(model, "add"),
        )


def next_texts(user: User) -> Iterator[Item]:
    """Texts that are written and not on the site, while visitors read the one before."""
    for model, permission in ((Article, "blog.publish_article"), (Page, "pages.change_page")):
        if user.has_perm(permission):
            rows = model.objects.active().filter(latest_version__gt=F("current_version"))
            for row in rows[:MOST_ROWS]:
                text = _("“%(title)s” has a next text that is not on the site.")
                yield Item(text % {"title": row}, address(row, "change", row.pk))


def past_review(user: User) -> Iterator[Item]:
    if user.has_perm("blog.publish_article"):
        for article in Article.objects.published().past_review()[:MOST_ROWS]:
            yield Item(
                _("“%(title)s” is past its review.") % {"title": article},
                address(article, "change", article.pk),
            )


def findings(user: User) -> Iterator[Item]:
    """Articles on the site with things to look at that nobody has answered."""
    if not user.has_perm("blog.publish_article"):
        return
    content_type = ContentType.objects.get_for_model(Article)
    newest = Article.objects.published().filter(pk=OuterRef("object_id")).values("latest_version")
    versions = Version.objects.filter(content_type=content_type, number=Subquery(newest))
    # Said of whichever version: an answer holds as long as the words stay.
    answers = Dismissal.objects.filter(version__content_type=content_type)
    answered = set(answers.values_list("version__object_id", "key"))
    to_answer = {}
    for pk, found in versions.exclude(findings=[]).values_list("object_id", "findings"):
        if left := [finding for finding in found if (pk, finding["key"]) not in answered]:
            to_answer[pk] = len(left)
    shown = list(to_answer)[:MOST_ROWS]
    articles = Article.objects.in_bulk(shown)
    for pk in shown:
        text = ngettext(
            "“%(title)s” has one thing to look at.",
            "“%(title)s” has %(number)d things to look at.",
            to_answer[pk],
        )
        text %= {"title": articles[pk], "number": to_answer[pk]}
        yield Item(text, address(articles[pk], "change", articles[pk].pk))


def title_of(version: Version) -> str:
    return " ".join(version.data.get("title", version.data.get("name", []))) or str(version)


def articles(user: User) -> Iterator[Item]:
    if user.has_perm("blog.view_article"):
        rows = Article.objects.active()
    elif user.has_perm("blog.write_own_article"):
        rows = Article.objects.active().written_by(user)
    else:
        return
    yield from drafts_and_scheduled(
        rows,
        "blog_article",
        lambda number: ngettext("%d article in draft", "%d articles in draft", number),
        lambda number: ngettext("%d article scheduled", "%d articles scheduled", number),
    )


def pages(user: User) -> Iterator[Item]:
    if user.has_perm("pages.change_page"):
        yield from drafts_and_scheduled(
            Page.objects.active(),
            "pages_page",
            lambda number: ngettext("%d page in draft", "%d pages in draft", number),
            lambda number: ngettext("%d page scheduled", "%d pages scheduled", number),
        )


def drafts_and_scheduled(
    rows: PublishableQuerySet,
    admin_name: str,
    draft_text: Callable[[int], str],
    scheduled_text: Callable[[int], str],
) -> Iterator[Item]:
    drafts = rows.with_status("draft").count()
    scheduled = rows.with_status("scheduled").count()
    yield from counted(drafts, draft_text(drafts), admin_name, status="draft")
    yield from counted(scheduled, scheduled_text(scheduled), admin_name, status="scheduled")
