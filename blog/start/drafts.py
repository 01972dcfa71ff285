"""The draft that a confirmed text becomes: one, however often it is confirmed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from blog.authorship import Row, Team
from blog.models import Article
from blog.start.whole_text import Proposal
from editing.addresses import free_slug
from editing.rows import replace_rows
from staff.models import User
from team.models import Therapist
from team.names import likeness
from writing.blocks import blocks_to_html
from writing.pasting.left_out import as_stored

MOST_ATTEMPTS = 5
# The hour of a day that came without one: the practice's own noon is that day everywhere near it.
NOON = time(12)


@dataclass(frozen=True)
class Beginner:
    """Who begins a text: an account, or somebody who was asked for it. ``is_author``: whose own text it is, and
    who therefore stands in the byline, whatever the text says of itself. ``helped_by`` made that possible."""

    name: str
    user: User | None = None
    therapist: Therapist | None = None
    is_author: bool = False
    helped_by: User | None = None

    @classmethod
    def signed_in(cls, user: User) -> "Beginner":
        return cls(user.get_full_name(), user)

    def keep(self, article: Article) -> None:
        """Write down whose text it is, so that what they may not decide about it stays so."""
        for user in (self.user, self.helped_by):
            if user is not None:
                article.keep_beginner(user)
        if self.therapist is not None:
            article.begun_by.add(self.therapist)

    def rows(self, rows: list[Row], team: Team) -> list[Row]:
        """The rows of a byline, with this person in it."""
        if not self.is_author:
            return rows
        if self.therapist is None:
            return rows if self.may_be_among(rows) else [row_of(self.name), *rows]
        own = team.shown_as[self.therapist.pk]
        me = next(person for person in team.people if person.pk == own)
        if any(row["therapist"] and row["therapist"].pk == own for row in rows):
            return rows
        # Their own text says their name in some way: that is who is meant.
        for number, row in enumerate(rows):
            if row["therapist"] is None and people_like(row["name"], team) == [me]:
                return [*rows[:number], team.row_for(me, row["title"]), *rows[number + 1 :]]
        return [team.row_for(me, ""), *rows]

    def may_be_among(self, rows: Iterable[Row]) -> bool:
        return any(row["therapist"] is None and likeness(row["name"], self.name) for row in rows)


def people_like(name: str, team: Team) -> list[Therapist]:
    return [person for person in team.people if likeness(name, person.name)]


def row_of(name: str, title: str = "") -> Row:
    return {"therapist": None, "name": name, "title": title}


def draft_of(
    uid: UUID, proposal: Proposal, beginner: Beginner, left_out: Counter[str]
) -> tuple[Article, bool]:
    """``(article, whether it is new)``. Two confirmations at once meet in the database: the uid is
    unique there, and so is the web address, for which another one is tried."""
    attempts = 0
    while True:
        if made := Article.objects.filter(uid=uid).first():
            return made, False
        try:
            return create_draft(uid, proposal, beginner, left_out), True
        except IntegrityError:
            attempts += 1
            if attempts == MOST_ATTEMPTS:
                raise


@transaction.atomic
def create_draft(
    uid: UUID, proposal: Proposal, beginner: Beginner, left_out: Counter[str]
) -> Article:
    article = Article(uid=uid, created_by=beginner.user, created_by_name=beginner.name)
    put_text(article, proposal, left_out)
    beginner.keep(article)
    put_bylines(article, proposal, beginner)
    return article


def put_text(article: Article, proposal: Proposal, left_out: Counter[str]) -> None:
    """What the proposal says, in the place of whatever the draft said before."""
    article.title = proposal.title or _("Untitled")
    article.slug = free_slug(article, article.title)
    article.opening_lines = proposal.opening_lines
    article.summary = proposal.summary
    article.body = blocks_to_html(proposal.body)
    article.cta_heading, article.cta_text = proposal.cta_heading, proposal.cta_text
    article.posted_by = proposal.posted_by
    article.reference_rows = proposal.references
    article.left_out = as_stored(left_out)
    article.publish_at = None
    if proposal.day:
        article.publish_at = timezone.make_aware(datetime.combine(proposal.day, NOON))
    article.save()


def put_bylines(article: Article, proposal: Proposal, beginner: Beginner) -> None:
    team = Team(article)
    rows = team.rows([row_of(author.name, author.title) for author in proposal.authors])
    replace_rows(article.bylines, team.rows(beginner.rows(rows, team)))
