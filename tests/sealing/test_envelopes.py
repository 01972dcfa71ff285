"""What is sealed opens with its key, in its place, whole; or not at all, with a sentence."""

import uuid
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from sealing.envelopes import BLOCK, CannotOpen, PrivateKey, SealContext, new_key, open_sealed, seal
from tests.sealing import hpke

KEY = new_key()
SEAL_CONTEXT = SealContext("intake.content", uuid.UUID(int=7))
DOCUMENT = b"Sundays are hard."
SEALED = seal(DOCUMENT, KEY.public, SEAL_CONTEXT)


@given(st.binary(max_size=5000))
def test_whatever_is_sealed_opens_again(document):
    assert open_sealed(seal(document, KEY.public, SEAL_CONTEXT), KEY, SEAL_CONTEXT) == document


def test_the_length_of_a_document_does_not_show_within_a_block():
    sizes = {
        len(seal(bytes(length), KEY.public, SEAL_CONTEXT)) for length in range(0, BLOCK - 4, 50)
    }
    assert len(sizes) == 1


def test_the_same_document_never_looks_the_same():
    assert seal(DOCUMENT, KEY.public, SEAL_CONTEXT) != SEALED


@pytest.mark.parametrize(
    "seal_context", [replace(SEAL_CONTEXT, row=uuid.UUID(int=8)), replace(SEAL_CONTEXT, kind="x")]
)
def test_in_another_row_or_of_another_kind_it_does_not_open(seal_context):
    refused(SEALED, seal_context=seal_context)


def test_with_another_key_it_does_not_open():
    refused(SEALED, key=new_key())
    refused(SEALED, key=PrivateKey(KEY.id, new_key().raw))


def test_a_document_moved_under_another_key_does_not_open():
    other = new_key()
    moved = SEALED[:2] + other.id.bytes + SEALED[18:]
    refused(moved, key=other)
    refused(moved, key=PrivateKey(other.id, KEY.raw))


def test_not_one_byte_may_be_changed():
    for at in range(len(SEALED)):
        refused(SEALED[:at] + bytes([SEALED[at] ^ 1]) + SEALED[at + 1 :])


def test_not_one_byte_may_be_missing_or_added():
    for length in range(0, len(SEALED), 7):
        refused(SEALED[:length])
    refused(SEALED + b"\0")


@pytest.mark.parametrize("head", [b"\x00\x01", b"\x02\x01", b"\x01\x02", b"\xff\xff"])
def test_a_version_nobody_knows_is_refused(head):
    refused(head + SEALED[2:])


def refused(sealed, key=KEY, seal_context=SEAL_CONTEXT):
    with pytest.raises(CannotOpen) as fault:
        open_sealed(sealed, key, seal_context)
    assert str(fault.value).endswith(".")


def test_an_independent_implementation_opens_what_ours_seals():
    """Ours relies on a library; this one is written from RFC 9180 alone."""
    head, sealed_key, rest = SEALED[:18], SEALED[18:131], SEALED[131:]
    bound = b"practice-site\x00" + head + b"intake.content\x00" + str(SEAL_CONTEXT.row).encode()
    data_key = hpke.open_base(sealed_key[:65], sealed_key[65:], KEY.raw, bound)
    whole = AESGCM(data_key).decrypt(rest[:12], rest[12:], bound)
    assert whole[4 : 4 + int.from_bytes(whole[:4])] == DOCUMENT


@pytest.mark.parametrize(
    ("key", "nonce", "text", "data", "result"),
    [
        # Test cases 13 to 16 of the GCM specification that NIST validated it with.
        ("00" * 32, "00" * 12, "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
        (
            "00" * 32,
            "00" * 12,
            "00" * 16,
            "",
            "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
        ),
        (
            "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            "cafebabefacedbaddecaf888",
            (
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255"
            ),
            "",
            (
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"
                "b094dac5d93471bdec1a502270e3cc6c"
            ),
        ),
        (
            "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            "cafebabefacedbaddecaf888",
            (
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
            ),
            "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            (
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                "76fc6ece0f4e1768cddf8853bb2d551b"
            ),
        ),
    ],
)
def test_aes_256_gcm_answers_the_specifications_vectors(key, nonce, text, data, result):
    key, nonce, text, data = (bytes.fromhex(part) for part in (key, nonce, text, data))
    assert AESGCM(key).encrypt(nonce, text, data).hex() == result
