"""The independent implementation answers RFC 9180's own vector: appendix A.3.1, DHKEM(P-256,
HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. The RFC has none for P-256 with AES-256-GCM, which
differs by the length of the key and one number."""

from tests.sealing import hpke

INFO = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
RECIPIENT = bytes.fromhex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2")
ENCAPSULATED = bytes.fromhex(
    "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900"
    "be863c403ce65c9bfcb9382657222d18c4"
)
SHARED = "c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8"
KEY, NONCE = "868c066ef58aae6dc589b6cfdd18f97e", "4e0bc5018beba4bf004cca59"
CIPHERTEXT = bytes.fromhex(
    "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434"
)


def test_the_shared_secret_is_the_rfcs():
    assert hpke.shared_secret(ENCAPSULATED, RECIPIENT).hex() == SHARED


def test_key_and_nonce_are_the_rfcs():
    key, nonce = hpke.key_schedule(bytes.fromhex(SHARED), INFO, key_length=16)
    assert (key.hex(), nonce.hex()) == (KEY, NONCE)


def test_the_rfcs_ciphertext_opens():
    text = hpke.open_base(ENCAPSULATED, CIPHERTEXT, RECIPIENT, INFO, b"Count-0", key_length=16)
    assert text == b"Beauty is truth, truth beauty"
