"""Who needs a second factor, who has one, and whether it was used in this session."""

import time

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from staff.models import User

# Whoever may do one of these needs a second factor: open inquiries, or change who may.
DEMANDING = [
    "intake.view_inquiry",
    "intake.add_inquiry",
    "intake.change_inquiry",
    "intake.delete_inquiry",
    "staff.add_user",
    "staff.change_user",
    "staff.delete_user",
]
USED, USED_AT = "second_factor_used_by", "second_factor_used_at"
SIGNED_IN_AT = "signed_in_at"
# Recovery codes alone are none: they only stand in for one of these.
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def must_have_factor(person: User) -> bool:
    return settings.REQUIRE_SECOND_FACTOR and any(person.has_perm(name) for name in DEMANDING)


def has_factor(person: User) -> bool:
    return Authenticator.objects.filter(user=person, type__in=FACTORS).exists()


def remember_use(request: HttpRequest, person: User) -> None:
    request.session[USED], request.session[USED_AT] = person.pk, time.time()


def was_used(request: HttpRequest) -> bool:
    return request.user.is_authenticated and request.session.get(USED) == request.user.pk


def factor_used_within(request: HttpRequest, seconds: int) -> bool:
    return was_used(request) and time.time() - request.session.get(USED_AT, 0) < seconds


def remember_sign_in(request: HttpRequest) -> None:
    request.session[SIGNED_IN_AT] = time.time()


def signed_in_within(request: HttpRequest, seconds: int) -> bool:
    return time.time() - request.session.get(SIGNED_IN_AT, 0) < seconds


def forget_factors(person: User) -> bool:
    """Take all of them away, recovery codes too; returns whether there were any."""
    if not Authenticator.objects.filter(user=person).delete()[0]:
        return False
    person.factors_gone_at = timezone.now()
    person.save(update_fields=["factors_gone_at"])
    return True
