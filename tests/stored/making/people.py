"""Who signs in, and with what."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import get_user_model
from django.utils import timezone

from staff.factors import sealing
from staff.models import PasswordRequest
from staff.role_groups import sync_roles
from tests.staff.passkey import Passkey
from tests.stored.making import desk

CAST = (
    ("manager", "Odile Marchbanks", "manager"),
    ("editor", "Walt Enderby", "editor"),
    ("iris", "Iris Fontaine", "editor"),
    ("june", "June Aldecott", "author"),
    ("otis", "Otis Pell", "author"),
    ("dana", "Dana Osei", "coordinator"),
    ("ruth", "Ruth Calder", "coordinator"),
    ("fern", "Fern Abernathy", "coordinator"),
    ("hana", "Hana Wexler", "clinician"),
    ("amos", "Amos Whitlow", "clinician"),
)


def make(known):
    """{name to sign in with: person}"""
    sync_roles()
    cast = {}
    for username, name, role in CAST:
        user = get_user_model()(
            username=username, name=name, email=f"{username}@lowmoor.example", is_staff=True
        )
        user.set_password(known["password"])
        user.full_clean()
        user.save()
        user.set_roles([role])
        cast[username] = user
    choose_otherwise(cast["ruth"])
    make_owner(known)
    # Of two who do nothing at the desk below, where they would be asked for them.
    known["second_factor"] = give_factors(cast["dana"])
    give_passkey(cast["amos"])
    come_and_go(cast, known)
    return cast


def choose_otherwise(user):
    """Each choice that a person may make for themselves at the desk."""
    user.hears_worries = user.sees_first_words = True
    user.covers_by_key = False
    user.save()


def make_owner(known):
    """As ``createsuperuser`` makes the first account of a site."""
    get_user_model().objects.create_superuser(
        "owner", "owner@lowmoor.example", known["password"], name="Lorne Ashby"
    )


def give_factors(user):
    secret = sealing.new_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    factor = Authenticator.objects.get(user=user, type="totp")
    factor.record_usage()
    return {
        "user": user.username,
        "secret": secret,
        "recovery_codes": codes,
        "sealed": factor.data["secret"],
    }


def give_passkey(user):
    """As the library stores it. Its own page gives none out where the site's name is a number."""
    asked = {"publicKey": {"rp": {"id": "lowmoor.example"}, "challenge": "YSBjaGFsbGVuZ2U"}}
    credential = Passkey("https://lowmoor.example").create(asked)
    data = {"name": "The blue laptop", "passwordless": False, "credential": credential}
    Authenticator.objects.create(user=user, type="webauthn", data=data)


def come_and_go(cast, known):
    """A browser that is remembered, a password asked for, somebody signed out, a factor lost."""
    client = desk.client()
    sign_in = {"username": "editor", "password": known["password"], "next": "/admin/"}
    assert client.post("/admin/login/", sign_in).status_code == 302
    known["device"] = client.cookies["device"].value
    desk.client().post("/admin/login/", sign_in | {"password": "two lanterns"})
    assert client.post("/admin/password/", {"email": cast["ruth"].email}).status_code == 302
    assert PasswordRequest.objects.exists()
    iris = cast["iris"]
    iris.factors_gone_at = iris.signed_out_at = timezone.now()
    iris.save()
