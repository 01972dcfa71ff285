"""Whose yes an article needs: a supervised trainee's byline does not go out unsupervised.

Supervision counts as it was at first publication. Years later, when the trainee is one no longer,
a change of substance needs a responsible clinician instead; and nothing that is on the site comes
down because a supervision ended.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.authorship import Row, Team
from blog.models import Article, Byline
from editing.approvals import Requirement
from editing.models import Capacity
from staff.models import User
from team.models import Supervision, Therapist

SUPERVISOR_LEFT = gettext_lazy(
    "%(name)s is supervised, and whoever supervised has left: enter who does now (Team, Supervisions)."
)


@dataclass(frozen=True)
class Reviewer:
    key: str
    name: str
    email: str
    capacity: str


def key_for(therapist: Therapist) -> str:
    return f"therapist-{therapist.pk}"


def key_of(user: User) -> str:
    therapist = Therapist.objects.filter(user=user).first()
    return key_for(therapist) if therapist else ""


def account_of(key: str) -> tuple[str, bool]:
    """The address of the account, and whether it is settled that it is this person's; empty without."""
    number = key.rpartition("-")[2]
    if not number.isdecimal():
        return "", False
    people = Therapist.objects.filter(pk=number, user__is_active=True).select_related("user")
    therapist = people.first()
    return (therapist.user.email, therapist.user.email_is_settled()) if therapist else ("", False)  # type: ignore[union-attr]


def email_of(key: str) -> str:
    return account_of(key)[0]


def requirements(
    article: Article | None, rows: Iterable[Row], goes_out: datetime | None = None
) -> Iterator[Requirement]:
    """Requirements for these byline rows (``therapist``, ``name``) on this article (or None: new).
    Who is supervised today needs a yes, and who will be when it ``goes_out``."""
    today = timezone.localdate()
    later = max(today, timezone.localdate(goes_out)) if goes_out else today
    kept = first_supervised(article)
    therapists = [row["therapist"] for row in rows if row.get("therapist")]
    for therapist in therapists:
        people = supervisors(therapist, today) or supervisors(therapist, later)
        if people:
            here = [person for person in people if not person.has_left(today)]
            reason = _("%(name)s is supervised.") if here else SUPERVISOR_LEFT
            why = reason % {"name": therapist.name}
            yield Requirement(Capacity.SUPERVISOR, why, named(here))
    # Whoever takes such a name out of the byline, or writes it in another way, changes this text too.
    no_longer = [name for name, one in kept if one is None or not supervisors(one, today)]
    for name in no_longer:
        why = _("%(name)s was supervised when this first went out.") % {"name": name}
        yield Requirement(Capacity.CLINICIAN, why, named(responsible_clinicians(today)))


def is_about_supervised(article: Article) -> bool:
    """Whether somebody in the byline is supervised, or was when it first went out. Reads prefetched
    rows."""
    bylines = article.bylines.all()
    team = Team.of(article)
    return any(
        row.supervised_by or team.shown_as.get(row.therapist_id) in team.supervisors  # type: ignore[operator,arg-type]
        for row in bylines
    )


def first_supervised(article: Article | None) -> list[tuple[str, Therapist | None]]:
    """Names (and profiles, where there are any) of authors who were supervised at first publication."""
    if article is None or not article.was_public:
        return []
    rows = Byline.objects.filter(article=article).exclude(supervised_by="")
    return [(row.display_name, row.therapist) for row in rows.select_related("therapist")]


def supervisors(therapist: Therapist, day: date) -> list[Therapist]:
    rows = Supervision.objects.current(day).of(therapist)
    rows = rows.select_related("supervisor", "deputy")
    return list(dict.fromkeys(person for row in rows for person in row.responsible(day)))


def responsible_clinicians(day: date) -> QuerySet[Therapist]:
    """Whoever works here and is not supervised."""
    supervised = Supervision.objects.current(day).values("supervisee")
    return Therapist.objects.listed(day).exclude(pk__in=supervised).order_by("order", "name")


def named(people: Iterable[Therapist]) -> dict[str, str]:
    return {key_for(person): person.name for person in people}


def reviewers(article: Article) -> list[Reviewer]:
    """The people to offer when somebody asks for a word on this article."""
    bylines = Byline.objects.filter(article=article).select_related("therapist")
    rows = [byline.as_row() for byline in bylines]
    offered = [
        Reviewer(key, name, email_of(key), need.capacity)
        for need in requirements(article, rows)
        for key, name in need.people.items()
    ]
    offered += [
        Reviewer(
            key_for(row["therapist"]),
            row["therapist"].name,
            email_of(key_for(row["therapist"])),
            Capacity.AUTHOR,
        )
        for row in rows
        if row["therapist"] and row["therapist"].is_public
    ]
    return offered
