"""What is next with an inquiry, and who may answer it."""

from django.contrib.auth import get_user_model
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.models import Inquiry
from staff.models import User

State, Next = Inquiry.State, Inquiry.Next


def answering(inquiry: Inquiry | None = None) -> QuerySet[User]:
    """Who may answer; whoever answers this one now stays a choice, even after leaving."""
    people = get_user_model().objects
    may_answer = Q(pk__in=people.with_perm("intake.change_inquiry").values("pk"))
    if inquiry is not None and inquiry.owner_id:
        may_answer |= Q(pk=inquiry.owner_id)
    return people.filter(may_answer).order_by("name")


def colleagues(inquiry: Inquiry, user: User) -> QuerySet[User]:
    """Whom it may be given to; those first who have most at hand, since that is who answers."""
    own = Inquiry.objects.open().filter(owner=OuterRef("pk")).order_by().values("owner")
    held = Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)
    people = answering().exclude(pk__in=[user.pk, inquiry.owner_id or user.pk])
    return people.annotate(held=held).order_by("-held", "name")


def next_step(inquiry: Inquiry) -> tuple[Promise, str] | None:
    """(label, which form) for the one button of an inquiry."""
    if inquiry.erase_at:
        return _("Bring it back"), "back"
    if inquiry.is_told_by_us:
        return _("Tell them"), "attempt"
    if inquiry.state == State.CLOSED:
        return None
    steps: dict[str, tuple[Promise, str]] = {
        Next.ANSWER: (_("Answer"), "attempt"),
        Next.TRY_AGAIN: (_("Try again"), "attempt"),
        Next.FIND: (_("Find somebody"), "offer"),
        Next.HEAR_BACK: (_("Record the answer"), "answered"),
        Next.AGREE: (_("Record whether they agree"), "next"),
        Next.ASK_AGAIN: (_("Ask again"), "letter"),
    }
    return steps.get(inquiry.next_action, (_("Say what is next"), "next"))


def is_due(inquiry: Inquiry) -> bool:
    return inquiry.next_on is not None and inquiry.next_on <= timezone.localdate()
