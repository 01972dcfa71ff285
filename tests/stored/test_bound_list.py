"""Every string that is bound into ciphertext, a digest or a signature, in one list.

They are data, whatever module they are named after: none is ever changed, not even where its module moves.
A new one is added here. Where one may go, nothing that was written with it is left.
"""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from intake.models import KeyHolder, PracticeKey, RoomEvent
from outbox.models import MailKey
from practice_site.backup import keys
from sealing.signed_keys import SignedKey
from staff.models import User
from staff.sessions import SessionStore, row_key
from tests.stored import bound

# What a sealed document belongs to. <kind> stands for those that ``intake.documents.sealed`` hands on.
SEAL_CONTEXTS = {
    "intake.content",
    "intake.entry",
    "intake.entry for the person",
    "intake.grant",
    "intake.way for the person",
    "outbox.message",
    "practice_site.backup",
    "<kind>",
}
# In keys made from other keys and in digests of our own, in associated data, at the head of a file.
IN_BYTES = {
    "PSBACKUP2",
    "intake.room_event",
    "practice-site\0",
    "practice-site new way",
    "practice-site offer",
    "practice-site offer link",
    "practice-site person code",
    "practice-site person key",
    "practice-site person link",
    "room\0{}\0{}",
    "staff.factors.sealing",
    "staff.sessions",
    "staff.sessions row\0",
    "{}\0{}",  # kind and row of a sealed document
}
# In digests with SECRET_KEY. The last two are in landed migrations only, and in what those found.
IN_DIGESTS = {
    "blog.asked_text",
    "editing.preview",
    "intake.address",
    "outbox.vouching.row",
    "outbox.worker_sign",
    "practice_site.backup",
    "practice_site.backup.keys",
    "staff.passwords",
    "team.room_link",
    "team.room_link.sent_to",
    "staff.sessions",
    "staff.throttle",
    "outbox.vouching",
}
# In what is signed and handed out. <purpose> is what ``intake.documents.person_keys.derive`` is given, in bytes;
# <salt> is made anew for each passphrase.
SALTS = {
    "blog.start", "editing.answer", "intake.form", "staff.devices", "team.still_room", "<purpose>", "<salt>",
}  # fmt: skip
# Their names are in the proof of each such row, and in the log of the room.
PROVEN = {"intake.KeyHolder", "intake.NewKey", "intake.PracticeKey", "outbox.MailKey"}

SECRET = "a secret for known answers, and for nothing else"
ID = uuid.UUID(int=7)


@pytest.mark.parametrize(
    ("how", "listed"),
    [
        ("SealContext", SEAL_CONTEXTS),
        ("bytes", IN_BYTES),
        ("salted_hmac", IN_DIGESTS),
        ("salt", SALTS),
    ],
)
def test_every_bound_string_in_the_sources_is_listed_and_every_listed_one_is_there(how, listed):
    assert bound.strings()[how] == listed


def test_the_models_named_in_proofs_keep_their_names():
    assert {
        model._meta.label for model in apps.get_models() if issubclass(model, SignedKey)
    } == PROVEN


def a_practice_key():
    row = PracticeKey(id=ID, public=b"public", made_on=date(2026, 1, 2), takes_inquiries=True)
    # Without asking the database which grants it has.
    row._prefetched_objects_cache = {"grants": []}
    return row.digest(SECRET)


def a_holder():
    return KeyHolder(
        id=ID, public=b"public", wrapped=b"wrapped", sheet="A", since=date(2026, 1, 2)
    ).digest(SECRET)


def a_mail_key():
    return MailKey(id=ID, public=b"public").digest(SECRET)


def an_entry_of_the_log():
    at = datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC)
    return RoomEvent(at=at, kind="keys", about="A", generation=3, roll="[]").digest_with(SECRET)


def a_file_of_keys():
    return keys.proof_of({"rows": "", "generation": 3}, SECRET)


def a_sessions_row():
    return row_key("cookie")


def a_sign_in():
    signed_out = datetime(2026, 1, 2, tzinfo=UTC)
    return User(password="hash", signed_out_at=signed_out)._get_session_auth_hash(SECRET)


def a_session():
    return SessionStore().key_salt


@pytest.mark.parametrize(
    ("made", "known"),
    [
        (a_practice_key, "9e62182461df6ec5445778dc4c334f7b66321b0588fa68e10802a626da90a7aa"),
        (a_holder, "b07b23e4c5e2cd7a102486a1f3b90fad416043442742afb95f4a621a34180e35"),
        (a_mail_key, "f12ad16b80afb3a9aa364bc7718ff75d2e473514c92909fab738906d042a0440"),
        (an_entry_of_the_log, "ccf02fe6f59c368ddebda0d573db01226b36234e996069a687d313210cc37d30"),
        (a_file_of_keys, "b8594a2d7e23947a498ca31db3a494cc5836e1deb493f2711093976a0341248c"),
        (a_sessions_row, "dfaa2dbcefd1f8c1b5f830af19cd54370ba451fe"),
        (a_sign_in, "b7c5218e3ae224f182a6fa8a0fd8f1838aa23c562b383297a3ef676f13d8037f"),
        (a_session, "django.contrib.sessions.SessionStore"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_known_answer_stays(made, known):
    """Those of which the stored samples hold none."""
    assert made() == known
