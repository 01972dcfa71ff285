"""A text that somebody was asked for comes in: a draft of theirs, and what they said of it."""

from collections import Counter
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from blog.asking.standing import MAY_CORRECT, MAY_SEND, standing_of
from blog.models import Article, AskedText
from blog.review_requirements import key_for
from blog.start.drafts import Beginner, draft_of, put_bylines, put_text
from blog.start.pictures import Picture, into_library
from blog.start.waiting_pictures import WaitingPictures
from blog.start.whole_text import Proposal
from editing import contents, findings, snapshots, versioning
from editing.models import Capacity, How, ReviewStep, Version


class NotTaken(Exception):
    """Somebody at the desk has gone on with the text meanwhile, or the link was taken back."""


def beginner_of(asked: AskedText) -> Beginner:
    person = asked.therapist
    return Beginner(
        asked.name,
        user=person.user if person else None,
        therapist=person,
        is_author=True,
        # Whoever made the link has had it in hand, and could have sent a text of their own.
        helped_by=asked.created_by,
    )


def send(
    asked: AskedText,
    uid: UUID,
    proposal: Proposal,
    pictures: list[Picture],
    left_out: Counter[str],
    words: str,
) -> None:
    """``uid`` names the press of the button: the same one again sends nothing. Raises ``NotTaken``."""
    if asked.sending_uid == uid:
        return
    waiting = WaitingPictures(uid)
    # Outside of the transaction: sizes take a second each.
    into_library(proposal.body, pictures, waiting, left_out)
    with transaction.atomic():
        asked = locked(asked)
        if asked.sending_uid == uid:
            return
        if not MAY_SEND[standing_of(asked)]:
            raise NotTaken
        article = put_in_draft(asked, proposal, left_out)
        version = keep_version(asked, article)
        say(asked, version, ReviewStep.Kind.SUBMITTED, words)
        asked.article, asked.sending_uid, asked.sent_at = article, uid, timezone.now()
        asked.sent_version, asked.noted_version = version.number, 0
        asked.save()
    waiting.drop()


def correct(asked: AskedText, note: str) -> None:
    """Something to correct, in words; the text stays as it is. Raises ``NotTaken``."""
    with transaction.atomic():
        asked = locked(asked)
        version = asked.article.newest_version() if asked.article else None
        if not MAY_CORRECT[standing_of(asked)] or version is None:
            raise NotTaken
        say(asked, version, ReviewStep.Kind.SUGGESTED, note)
        asked.noted_version = version.number
        asked.save(update_fields=["noted_version"])


def locked(asked: AskedText) -> AskedText:
    rows = AskedText.objects.select_for_update(of=("self",))
    return rows.select_related("therapist__user", "article", "created_by").get(pk=asked.pk)


def put_in_draft(asked: AskedText, proposal: Proposal, left_out: Counter[str]) -> Article:
    beginner = beginner_of(asked)
    if asked.article is None:
        article, _is_new = draft_of(asked.draft_uid, proposal, beginner, left_out)
        return article
    article = Article.objects.select_for_update().get(pk=asked.article.pk)
    put_text(article, proposal, left_out)
    put_bylines(article, proposal, beginner)
    return article


def keep_version(asked: AskedText, article: Article) -> Version:
    """As a save at the desk would: the editors see what there is to look at, and what changed since."""
    content = contents.of(Article)
    data = content.data_of_row(content.stored(article))
    version = versioning.record(
        article,
        data,
        by=None,
        by_name=asked.name,
        substance=content.substance(data),
        is_current=True,
        name=_("As it was sent"),
    )
    form = content.version_form(
        data=snapshots.as_query(version.data), instance=content.stored(article)
    )
    if form.is_valid():
        form.version = version
        findings.keep(content, form)
    return version


def say(asked: AskedText, version: Version, kind: str, note: str) -> None:
    ReviewStep.objects.create(
        version=version,
        kind=kind,
        capacity=Capacity.AUTHOR,
        note=note,
        person=asked.name,
        person_key=key_for(asked.therapist) if asked.therapist else "",
        how=How.TYPED if asked.email else How.COPIED,
        how_by=asked.created_by_name,
    )
