"""Who may answer an inquiry, and whom it may be given to."""

from django.contrib.auth import get_user_model
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from intake.models import Inquiry
from staff.models import User


def answering(inquiry: Inquiry | None = None) -> QuerySet[User]:
    """Who may answer; whoever answers this one now stays a choice, even after leaving."""
    people = get_user_model().objects
    may_answer = Q(pk__in=people.with_perm("intake.change_inquiry").values("pk"))
    if inquiry is not None and inquiry.owner_id:
        may_answer |= Q(pk=inquiry.owner_id)
    return people.filter(may_answer).order_by("name")


def all_answering(inquiry: Inquiry) -> list[User]:
    """The same, read once for a page and its forms; ``held``: how many each has at hand."""
    if not hasattr(inquiry, "all_answering"):
        own = Inquiry.objects.open().filter(owner=OuterRef("pk")).order_by().values("owner")
        held = Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)
        inquiry.all_answering = list(answering(inquiry).annotate(held=held))  # type: ignore[attr-defined]
    return inquiry.all_answering  # type: ignore[attr-defined]


def colleagues(inquiry: Inquiry, user: User) -> list[User]:
    """Whom it may be given to; those first who have most at hand, since that is who answers."""
    others = [one for one in all_answering(inquiry) if one.pk not in (user.pk, inquiry.owner_id)]
    return sorted(others, key=lambda one: -one.held)  # type: ignore[attr-defined]
