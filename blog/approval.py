"""Whose yes an article needs: a supervised trainee's byline does not go out unsupervised.

Supervision counts as it was at first publication. Years later, when the trainee is one no longer,
a change of substance needs a responsible clinician instead; and nothing that is on the site comes
down because a supervision ended.
"""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from blog.models import Byline
from editing.approvals import Requirement
from editing.models import Capacity
from team.models import Supervision, Therapist


@dataclass(frozen=True)
class Reviewer:
    key: str
    name: str
    email: str
    capacity: str


def key_for(therapist):
    return f"therapist-{therapist.pk}"


def key_of(user):
    therapist = Therapist.objects.filter(user=user).first()
    return key_for(therapist) if therapist else ""


def email_of(key):
    number = key.rpartition("-")[2]
    if not number.isdecimal():
        return ""
    therapist = (
        Therapist.objects.filter(pk=number, user__is_active=True).select_related("user").first()
    )
    return therapist.user.email if therapist else ""


def requirements(article, rows):
    """Requirements for these byline rows (``therapist``, ``name``) on this article (or None: new)."""
    today = timezone.localdate()
    kept = first_supervised(article)
    therapists = [row["therapist"] for row in rows if row.get("therapist")]
    for therapist in therapists:
        people = supervisors(therapist, today)
        if people:
            why = _("%(name)s is supervised.") % {"name": therapist.name}
            yield Requirement(Capacity.SUPERVISOR, why, named(people))
    no_longer = [
        name
        for name, therapist in kept
        if therapist is None or not supervisors(therapist, today)
        if name in {r["name"] or (r["therapist"] and r["therapist"].name) for r in rows}
    ]
    for name in no_longer:
        why = _("%(name)s was supervised when this first went out.") % {"name": name}
        yield Requirement(Capacity.CLINICIAN, why, named(responsible_clinicians(today)))


def is_about_supervised(article):
    """Whether somebody in the byline is supervised, or was when it first went out. Reads prefetched
    rows."""
    bylines = article.bylines.all()
    people = [byline.therapist_id for byline in bylines if byline.therapist_id]
    supervised = Supervision.objects.current().filter(supervisee__in=people)
    return any(byline.supervised_by for byline in bylines) or supervised.exists()


def first_supervised(article):
    """Names (and profiles, where there are any) of authors who were supervised at first publication."""
    if article is None or not article.was_public:
        return []
    rows = Byline.objects.filter(article=article).exclude(supervised_by="")
    return [(row.display_name, row.therapist) for row in rows.select_related("therapist")]


def supervisors(therapist, day):
    rows = Supervision.objects.current(day).filter(supervisee=therapist)
    rows = rows.select_related("supervisor", "deputy")
    return list(dict.fromkeys(person for row in rows for person in row.responsible(day)))


def responsible_clinicians(day):
    """Whoever works here and is not supervised."""
    supervised = Supervision.objects.current(day).values("supervisee")
    return Therapist.objects.listed(day).exclude(pk__in=supervised).order_by("order", "name")


def named(people):
    return {key_for(person): person.name for person in people}


def reviewers(article):
    """The people to offer when somebody asks for a word on this article."""
    rows = [
        {"therapist": byline.therapist, "name": byline.name}
        for byline in Byline.objects.filter(article=article).select_related("therapist")
    ]
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
        if row["therapist"] and row["therapist"].is_listed
    ]
    return offered
