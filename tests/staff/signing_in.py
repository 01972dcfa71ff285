"""Signing in, by the password alone and with a second factor."""

import base64
import hashlib
import hmac
import re
import struct
import time

from allauth.mfa.models import Authenticator

from staff.factors import sealing
from tests.factories import PASSWORD
from tests.staff.passkey import Passkey

LOGIN, DESK = "/admin/login/", "/admin/"
OVERVIEW = "/admin/second-factor/"
STEP, CONFIRM = OVERVIEW + "sign-in/", OVERVIEW + "code/"
APP, CODES = OVERVIEW + "app/", OVERVIEW + "recovery-codes/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_for(secret, later=0):
    """Six digits as an app computes them (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time() + later) // 30)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def give_app(person, secret=SECRET):
    Authenticator.objects.create(user=person, type="totp", data={"secret": sealing.seal(secret)})
    seed = Authenticator.objects.create(
        user=person,
        type="recovery_codes",
        data={"seed": sealing.seal("a seed"), "used_mask": 0},
    )
    return seed.wrap().generate_codes()


def give_passkey(person):
    """Where the site has a name; as if it had been added on the page."""
    passkey = Passkey()
    answer = passkey.create({"publicKey": {"rp": {"id": "practice.example"}, "challenge": ""}})
    data = {"name": "My phone", "credential": answer}
    row = Authenticator.objects.create(user=person, type="webauthn", data=data)
    return passkey, row


def sign_in(client, person, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": person.username, "password": password, **more})


def sign_in_with_code(client, person):
    sign_in(client, person)
    return client.post(STEP, {"code": code_for(SECRET)})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def set_up_app(client, commit):
    """Through the pages, as a person would; returns the secret and the last answer."""
    page = client.get(APP).content.decode()
    secret = re.search(r'class="key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    with commit(execute=True):
        answer = client.post(APP, {"code": code_for(secret)})
    return secret, answer


def sign_in_as(client, name, password=PASSWORD, **headers):
    return client.post(LOGIN, {"username": name, "password": password}, **headers)
