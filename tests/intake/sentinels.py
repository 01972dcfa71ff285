"""Words that stand nowhere else: told to the practice in every way there is, and looked for afterwards."""

from uuid import uuid4

from intake import tokens
from intake.documents import person_keys
from intake.models import Inquiry
from tests import factories
from tests.intake.coordinators import do, sign_in, unlock
from tests.intake.persons import answers


def sentinel(word):
    """New in each run: the files of a database keep what runs before this one wrote."""
    return f"sentinel{word}{uuid4().hex}"


FORM, PHONE, NOTE, LETTER, ADDED, MORE = map(
    sentinel, ["form", "phone", "note", "letter", "added", "more"]
)
ADDRESS, NUMBER = f"{sentinel('address')}@quince.example", f"555{uuid4().int % 10**9:09}"
SECRETS = [FORM, PHONE, NOTE, LETTER, ADDED, MORE, ADDRESS, NUMBER]
# Whatever nobody has to fill in.
IF_THEY_LIKE = {
    "before_call": MORE, "language": MORE, "referrer": MORE, "state": "elsewhere", "other_state": MORE,
    "payment": "other", "other_payer": MORE, "person1_name": MORE, "person1_phone": "(555) 010-0123",
    "number1_phone": "(555) 010-0124", "number1_who": MORE,
}  # fmt: skip


def tell_everything(client):
    """Everything that takes in words, once; what must not be found, the person's code included."""
    user = sign_in(client, "coordinator")
    factories.make_key_holder(user)
    unlock(client)
    sent = answers(name=f"Rowan {FORM}", message=FORM, email=ADDRESS, **IF_THEY_LIKE)
    page = client.post("/get-started/", sent).headers["Location"].split("?")[0]
    told = {"came_by": "call", "name": PHONE, "route": "call", "phone": NUMBER, "consent": "on"}
    assert client.post("/admin/intake/inquiry/add/", told | {"message": PHONE}).status_code == 302
    inquiry = Inquiry.objects.get(mail__isnull=False)
    do(client, inquiry, "note", words=NOTE)
    do(client, inquiry, "attempt", outcome="spoke", words=NOTE)
    do(client, inquiry, "letter", words=LETTER)
    assert LETTER in client.get(page).content.decode()
    assert client.post(page, {"token": tokens.issue(), "words": ADDED}).status_code == 303
    assert FORM in client.get(f"/admin/intake/inquiry/{inquiry.pk}/change/").content.decode()
    client.post("/admin/intake/inquiry/", {"words": FORM})
    assert ADDED in client.get(page).content.decode(), "it can be read where it should be"
    code = person_keys.read_code(page.split("/")[2])
    return [*SECRETS, code, person_keys.in_groups(code)]


def stands_in(raw, secrets):
    """Which of the secrets are in these bytes, upper or lower case, also as UTF-16 or hex."""
    raw = bytes(raw).lower()
    forms = {
        secret: [
            secret.lower().encode(),
            secret.lower().encode("utf-16-le"),
            secret.encode().hex().encode(),
        ]
        for secret in secrets
    }
    return [secret for secret, written in forms.items() if any(form in raw for form in written)]
