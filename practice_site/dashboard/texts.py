"""Texts that wait for somebody's yes, word or next look."""

from collections.abc import Callable, Iterator
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import Article
from blog.review_requirements import key_for
from editing.models import Dismissal, PreviewLink, ReviewStep, Version, WorkingCopy
from editing.models.publishing import PublishableQuerySet
from pages.models import Page
from practice_site.dashboard.items import Item, counted
from staff.admin_routes import address
from staff.models import User
from team.models import Therapist

MOST_ROWS = 8
# So many versions are asked about in one go.
AT_ONCE = 100
NOT_OUT = ("draft", "withdrawn")


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
    rows = Article.objects.active().filter(state__in=NOT_OUT)
    if user.has_perm("blog.publish_article"):
        asked = ReviewStep.objects.was_last_said("submitted", Article)
        yield from each(rows.filter(asked), _("“%(title)s” waits for your yes."))
    returned = ReviewStep.objects.was_last_said("returned", Article)
    text = _("“%(title)s” was returned, with a note.")
    yield from each(rows.written_by(user).filter(returned), text)


def each(rows: PublishableQuerySet, text: str) -> Iterator[Item]:
    """The first of them. Of a text nothing is read but its title."""
    for pk, title in rows.values_list("pk", "title")[:MOST_ROWS]:
        yield Item(text % {"title": title}, address(rows.model, "change", pk))


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
            yield from each(rows, _("“%(title)s” has a next text that is not on the site."))


def past_review(user: User) -> Iterator[Item]:
    if user.has_perm("blog.publish_article"):
        # Row by row, of the few: else SQLite would look at every published one.
        is_public = Exists(Article.objects.published().order_by().filter(pk=OuterRef("pk")))
        rows = Article.objects.past_review().filter(is_public).order_by("next_review_on", "pk")
        yield from each(rows, _("“%(title)s” is past its review."))


def findings(user: User) -> Iterator[Item]:
    """Articles on the site with things to look at that nobody has answered, newest texts first."""
    if not user.has_perm("blog.publish_article"):
        return
    to_answer = dict(islice(unanswered(Article), MOST_ROWS))
    titles = dict(Article.objects.filter(pk__in=to_answer).values_list("pk", "title"))
    for pk, number in to_answer.items():
        text = ngettext(
            "“%(title)s” has one thing to look at.",
            "“%(title)s” has %(number)d things to look at.",
            number,
        )
        text %= {"title": titles[pk], "number": number}
        yield Item(text, address(Article, "change", pk))


def unanswered(model: type[Article]) -> Iterator[tuple[int, int]]:
    """(id, number of findings without an answer) of public rows, as many as somebody wants to know."""
    newest = model.objects.published().filter(
        pk=OuterRef("object_id"), latest_version=OuterRef("number")
    )
    versions = Version.objects.of_model(model).with_findings().filter(Exists(newest.order_by()))
    rows = versions.order_by("-pk").values_list("pk", "object_id", "findings")
    part = list(rows[:AT_ONCE])
    while part:
        # Said of whichever version: an answer holds as long as the words stay.
        answers = Dismissal.objects.filter(
            version__content_type=ContentType.objects.get_for_model(model),
            version__object_id__in=[pk for _version, pk, _found in part],
        )
        answered = set(answers.order_by().values_list("version__object_id", "key"))
        for _version, pk, found in part:
            if left := sum((pk, finding["key"]) not in answered for finding in found):
                yield pk, left
        part = list(rows.filter(pk__lt=part[-1][0])[:AT_ONCE])


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
