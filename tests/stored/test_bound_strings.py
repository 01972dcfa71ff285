"""The words bound into ciphertext, digests and signatures are what they always were.

Written out here on purpose: a constant that is renamed in the code together with its use would open
what is written from then on, and nothing that was written before.
"""

import hashlib
import uuid
from datetime import datetime

import pytest
from django.core import signing
from django.utils.crypto import salted_hmac

from editing import views as editing_views
from editing.models import PreviewLink
from intake import receiving, tokens
from intake.documents import person_keys, sealed
from intake.models import Grant, Offer, RoomEvent
from intake.offers import asking
from intake.room import passphrases
from outbox.models import Message
from practice_site.backup import stream
from sealing.envelopes import CannotOpen, PrivateKey, SealContext, open_sealed, seal
from staff.factors import sealing
from tests.factories import make_content
from tests.stored.samples import VERSIONS, Sample

SEAL_CONTEXTS = [
    "intake.content",
    "intake.entry",
    "intake.entry for the person",
    "intake.grant",
    "outbox.message",
    "practice_site.backup",
]


@pytest.fixture(params=VERSIONS)
def sample(request, settings):
    sample = Sample(request.param)
    settings.SECRET_KEY = sample.known["secret_key"]
    return sample


@pytest.fixture
def one_of_each(sample):
    return sample.sealed


def key_of(row):
    return PrivateKey(uuid.UUID(row["key"]["id"]), bytes.fromhex(row["key"]["private"]))


def test_each_kind_opens_in_its_own_place_and_in_no_other(one_of_each):
    rows = one_of_each["places"]
    assert [row["kind"] for row in rows] == SEAL_CONTEXTS
    for row in rows:
        data, key = bytes.fromhex(row["sealed"]), key_of(row)
        assert open_sealed(data, key, SealContext(row["kind"], row["row"]))
        for other in {*SEAL_CONTEXTS, row["kind"].upper(), ""} - {row["kind"]}:
            with pytest.raises(CannotOpen):
                open_sealed(data, key, SealContext(other, row["row"]))


def test_the_code_names_its_places_as_it_did():
    row = uuid.uuid4()
    named = [
        SealContext(sealed.CONTENT, row),
        SealContext(sealed.ENTRY, row),
        SealContext(sealed.FOR_PERSON, row),
        Grant.seal_context(row, row),
        Message.seal_context(row),
        SealContext(stream.KIND, row),
    ]
    assert [seal_context.kind for seal_context in named] == SEAL_CONTEXTS
    assert Grant.seal_context(1, 2).row == "1/2"


def test_what_is_sealed_today_has_the_form_it_had(one_of_each):
    row = one_of_each["places"][0]
    old, key = bytes.fromhex(row["sealed"]), key_of(row)
    new = seal(b"a", key.public, SealContext("intake.content", row["row"]))
    assert new[:18] == old[:18], "format, suite and the key's id"
    assert len(old) % 1024 == len(new) % 1024 == 18 + 113 + 12 + 16, "blocks of 1 kB"


@pytest.mark.usefixtures("real_passphrases")
def test_a_holders_key_opens_with_the_passphrase(one_of_each):
    row = one_of_each["holder"]
    wrapped = bytes.fromhex(row["wrapped"])
    raw = passphrases.unwrap(wrapped, row["passphrase"], row["id"])
    assert raw.hex() == row["private"]
    assert wrapped[0] == 1, "the format"


def test_a_persons_code_leads_to_their_row_and_opens_their_key(one_of_each):
    row = one_of_each["person"]
    assert person_keys.link_digest(row["code"]) == row["link_digest"]

    class OfInquiry:
        person_key_id = uuid.UUID(row["key_id"])
        person_wrapped = bytes.fromhex(row["wrapped"])

    assert person_keys.private_key_of(OfInquiry, row["code"]).raw.hex() == row["private"]


def test_a_forms_token_leads_to_the_same_persons_code(sample):
    assert len(sample.known["form_tokens"]) > 5
    for token, code in sample.known["form_tokens"].items():
        assert person_keys.code_from(token) == code


def test_an_offers_code_leads_to_its_row_and_opens_it(one_of_each):
    row = one_of_each["offer"]
    assert asking.link_digest(row["code"]) == row["link_digest"]
    offer = Offer(pk=uuid.UUID(row["id"]), sealed=bytes.fromhex(row["sealed"]))
    asked = asking.opened(offer, row["code"])
    assert (asked.therapist, asked.summary) == (row["therapist"], row["summary"])


def test_an_entry_of_the_log_has_the_digest_it_had(one_of_each):
    given = dict(one_of_each["event"])
    event = RoomEvent(**given | {"at": datetime.fromisoformat(given["at"])})
    assert event.about
    assert event.is_as_written()


def test_a_second_factors_secret_opens(one_of_each):
    row = one_of_each["second_factor"]
    assert sealing.unseal(row["sealed"]) == row["secret"]


def test_an_address_has_the_index_it_had(sample):
    content = make_content(email="Wren@mail.example ")
    indexes = {row["name"]: row["address_index"] for row in sample.known["inquiries"].values()}
    assert receiving.address_index(content) == indexes["Wren"]


def test_what_was_signed_is_read(one_of_each):
    form, answer = one_of_each["signed"]["form"], one_of_each["signed"]["preview"]
    assert (tokens.SALT, editing_views.SALT) == ("intake.form", "editing.answer")
    assert signing.loads(form["text"], salt="intake.form")
    assert signing.loads(answer["text"], salt="editing.answer") == [1, 2]
    for name, salt in (("device", "staff.devices"), ("start", "blog.start")):
        if name in one_of_each["signed"]:
            assert signing.loads(one_of_each["signed"][name]["text"], salt=salt)


def test_a_private_link_has_the_address_it_had(one_of_each):
    row = one_of_each["preview_link"]
    link = PreviewLink(uid=uuid.UUID(row["uid"]))
    assert link.token == row["token"]
    assert hashlib.sha256(row["token"].encode()).hexdigest() == row["digest"]


def test_the_head_of_a_backup_is_proven_as_it_was(sample):
    with (sample.folder / "site.backup").open("rb") as file:
        file.seek(9)
        begin = file.read(20)
        head = begin + file.read(int.from_bytes(begin[16:]))
        given = file.read(32)
    secret = sample.known["secret_key"]
    expected = salted_hmac("practice_site.backup", head, secret=secret, algorithm="sha256")
    assert given == expected.digest() == stream.proof(head, secret)
    assert stream.MAGIC == b"PSBACKUP2"
