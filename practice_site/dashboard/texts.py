"""Texts that wait for somebody's yes, word or next look."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Model, OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import Article, AskedText
from blog.review_requirements import key_for
from editing.models import Dismissal, PreviewLink, ReviewStep, Version, WorkingCopy
from editing.models.publishing import PublishableQuerySet
from pages.models import Page
from practice_site.dashboard.items import Item, by_day
from staff.admin_routes import address
from staff.models import User
from staff.short_time import short_time

MOST_ROWS = 8
# So many versions are asked about in one go.
AT_ONCE = 100
NOT_OUT = ("draft", "withdrawn")


def asked_of_me(user: User) -> Iterator[Item]:
    """Texts that wait for this person's own yes, by the private link that asks for it."""
    therapist = getattr(user, "therapist", None)
    if therapist is None:
        return
    links = PreviewLink.objects.open().unanswered().filter(reader_key=key_for(therapist))
    for link in links.select_related("version")[:MOST_ROWS]:
        detail = _("Waits for your word. Read it, and say yes or what should change.")
        yield Item(title_of(link.version), link.url, detail, icon="look")


def reviews(user: User) -> Iterator[Item]:
    """What authors have asked the editors to publish; then what came back to whoever wrote it."""
    rows = Article.objects.active()
    if user.has_perm("blog.publish_article"):
        yield from from_authors(rows)
    returned = ReviewStep.objects.not_out_since().was_last_said("returned", Article)
    detail = _("Was returned to you with a note, which stands above the text.")
    own = rows.filter(state__in=NOT_OUT).written_by(user)
    yield from each(own.filter(returned), detail, "note")


def from_authors(rows: PublishableQuerySet) -> Iterator[Item]:
    """First what came by private links, with who sent it. Both in one look."""
    came = AskedText.objects.waiting_for_editors().order_by("-sent_at")
    last_said = ReviewStep.objects.about_going_out().not_out_since().was_last_said
    asked = rows.filter(last_said("submitted", Article), state__in=NOT_OUT)
    either = asked.order_by().values("pk").union(came.order_by().values("article"))
    link = came.filter(article=OuterRef("pk"))
    found = rows.filter(pk__in=either).annotate(
        sender=Subquery(link.values("name")[:1]),
        sent_at=Subquery(link.values("sent_at")[:1]),
        has_note=Subquery(link.values("noted_version")[:1]),
    )
    found = found.order_by(F("sent_at").desc(nulls_last=True), "-publish_at", "-pk")
    detail = _("Waits for your yes. Whoever wrote it asks to have it on the site.")
    columns = ("pk", "title", "sender", "sent_at", "has_note")
    for pk, title, sender, at, has_note in found.values_list(*columns)[: 2 * MOST_ROWS]:
        url = address(Article, "change", pk)
        if sender is None:
            yield Item(title, url, detail, "look")
        else:
            yield Item(*sent(sender, title, url, has_note=bool(has_note)), by=short_time(at))


def sent(sender: str, title: str, url: str, *, has_note: bool) -> tuple[str, str, str, str]:
    """What an ``Item`` says of a text that came by a private link."""
    shown = {"name": sender, "title": title}
    if has_note:
        text = _("%(name)s has something to correct") % shown
        detail = _("“%(title)s”. The note stands above the text, until you save.") % shown
        return text, url, detail, "note"
    text = _("%(name)s has sent a text") % shown
    return text, url, _("“%(title)s”. It is a draft, and waits for you.") % shown, "look"


def each(rows: PublishableQuerySet, detail: str, icon: str) -> Iterator[Item]:
    """The first of them. Of a text nothing is read but its title."""
    for pk, title in rows.values_list("pk", "title")[:MOST_ROWS]:
        yield Item(title, address(rows.model, "change", pk), detail, icon)


def unsaved(user: User) -> Iterator[Item]:
    copies = WorkingCopy.objects.filter(user=user).with_text().order_by("-typed_at")
    shown = list(copies.select_related("content_type")[:MOST_ROWS])
    rows = rows_of(shown)
    for copy in shown:
        model = copy.content_type.model_class()
        row = rows[model].get(copy.object_id)
        title = row or " ".join(copy.data.get("title", [])) or _("Something new")
        yield Item(
            str(title),
            address(row, "change", row.pk) if row else address(model, "add"),
            _("You typed here and did not save. Your words are still there."),
            icon="pen",
            by=short_time(copy.typed_at),
        )


def rows_of(copies: Iterable[WorkingCopy]) -> dict[Any, dict[int, Model]]:
    """What was typed into, by model and id: those of a model in one look. Not of what was never saved."""
    wanted: defaultdict[Any, list[int]] = defaultdict(list)
    for copy in copies:
        wanted[copy.content_type.model_class()].append(copy.object_id)
    return {model: model._base_manager.in_bulk(ids) for model, ids in wanted.items()}


def next_texts(user: User) -> Iterator[Item]:
    """Texts that are written and not on the site, while visitors read the one before."""
    detail = _("Has a next text that is saved and not on the site yet.")
    for model, permission in ((Article, "blog.publish_article"), (Page, "pages.change_page")):
        if user.has_perm(permission):
            rows = model.objects.active().filter(latest_version__gt=F("current_version"))
            yield from each(rows, detail, "pen")


def past_review(user: User) -> Iterator[Item]:
    if user.has_perm("blog.publish_article"):
        # Row by row, of the few: else SQLite would look at every published one.
        is_public = Exists(Article.objects.published().order_by().filter(pk=OuterRef("pk")))
        rows = Article.objects.past_review().filter(is_public).order_by("next_review_on", "pk")
        detail = _("Is past the day for another look: is all of it still true?")
        for pk, title, day in rows.values_list("pk", "title", "next_review_on")[:MOST_ROWS]:
            yield Item(title, address(Article, "change", pk), detail, "look", **by_day(day))


def findings(user: User) -> Iterator[Item]:
    """Articles on the site with things to look at that nobody has answered, newest texts first."""
    if not user.has_perm("blog.publish_article"):
        return
    to_answer = dict(islice(unanswered(Article), MOST_ROWS))
    titles = dict(Article.objects.filter(pk__in=to_answer).values_list("pk", "title"))
    for pk, number in to_answer.items():
        detail = ngettext(
            "Is on the site with one thing to look at.",
            "Is on the site with %(number)d things to look at.",
            number,
        )
        yield Item(titles[pk], address(Article, "change", pk), detail % {"number": number}, "look")


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
