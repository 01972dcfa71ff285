import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sealing.ciphers import CannotDecrypt, decrypt, encrypt

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))


def test_nonce_stands_in_front_of_ciphertext_and_tag():
    encrypted = encrypt(KEY, b"words", b"row 1")
    assert len(encrypted) == 12 + 5 + 16
    assert AESGCM(KEY).decrypt(encrypted[:12], encrypted[12:], b"row 1") == b"words"
    assert decrypt(KEY, encrypted, b"row 1") == b"words"


def test_same_words_never_look_the_same():
    assert encrypt(KEY, b"words", b"row 1") != encrypt(KEY, b"words", b"row 1")


def test_what_was_stored_before_opens():
    # Test case 16 of the GCM specification (McGrew and Viega): 256-bit key, 96-bit nonce, data bound in.
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    stored = bytes.fromhex(
        "cafebabefacedbaddecaf888"
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    bound = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    assert decrypt(key, stored, bound).hex().startswith("d9313225f88406e5a55909c5aff5269a")


@pytest.mark.parametrize(
    ("key", "bound", "change"),
    [
        (OTHER_KEY, b"row 1", lambda encrypted: encrypted),
        (KEY, b"row 2", lambda encrypted: encrypted),
        (KEY, b"row 1", lambda encrypted: encrypted[:-1] + bytes([encrypted[-1] ^ 1])),
        (KEY, b"row 1", lambda encrypted: encrypted[:20]),
        (KEY, b"row 1", lambda encrypted: b""),
        (b"short", b"row 1", lambda encrypted: encrypted),
    ],
    ids=["another key", "another place", "changed", "cut off", "empty", "no key"],
)
def test_what_does_not_belong_does_not_open(key, bound, change):
    with pytest.raises(CannotDecrypt):
        decrypt(key, change(encrypt(KEY, b"words", b"row 1")), bound)
