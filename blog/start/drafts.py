"""The draft that a confirmed text becomes: one, however often it is confirmed."""

from collections import Counter
from datetime import datetime, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from blog.authorship import Team
from blog.models import Article, Byline
from blog.start.whole_text import Proposal
from editing.addresses import free_slug
from staff.models import User
from writing.blocks import blocks_to_html
from writing.pasting.left_out import as_stored

MOST_ATTEMPTS = 5
# The hour of a day that came without one: the practice's own noon is that day everywhere near it.
NOON = time(12)


def draft_of(
    uid: UUID, proposal: Proposal, user: User, left_out: Counter[str]
) -> tuple[Article, bool]:
    """``(article, whether it is new)``. Two confirmations at once meet in the database: the uid is
    unique there, and so is the web address, for which another one is tried."""
    attempts = 0
    while True:
        if made := Article.objects.filter(uid=uid).first():
            return made, False
        try:
            return create_draft(uid, proposal, user, left_out), True
        except IntegrityError:
            attempts += 1
            if attempts == MOST_ATTEMPTS:
                raise


@transaction.atomic
def create_draft(uid: UUID, proposal: Proposal, user: User, left_out: Counter[str]) -> Article:
    title = proposal.title or _("Untitled")
    article = Article(
        uid=uid,
        title=title,
        slug=free_slug(Article(), title),
        opening_lines=proposal.opening_lines,
        summary=proposal.summary,
        body=blocks_to_html(proposal.body),
        cta_heading=proposal.cta_heading,
        cta_text=proposal.cta_text,
        posted_by=proposal.posted_by,
        reference_rows=proposal.references,
        left_out=as_stored(left_out),
        created_by=user,
        created_by_name=user.get_full_name(),
    )
    if proposal.day:
        article.publish_at = timezone.make_aware(datetime.combine(proposal.day, NOON))
    article.save()
    article.keep_beginner(user)
    rows = [
        {"therapist": None, "name": author.name, "title": author.title}
        for author in proposal.authors
    ]
    for order, row in enumerate(Team(article).rows(rows)):
        Byline.objects.create(article=article, order=order, **row)
    return article
