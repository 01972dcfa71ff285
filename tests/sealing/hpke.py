"""HPKE in base mode, opening only: RFC 9180, sections 4 to 5, for DHKEM(P-256, HKDF-SHA256),
HKDF-SHA256 and AES-GCM with keys of 16 (AEAD 1) or 32 bytes (AEAD 2). Written from the RFC and not
from any library, so that a mistake in one of them shows."""

import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

KEM, KDF = 0x0010, 0x0001
AEADS = {16: 0x0001, 32: 0x0002}
CURVE = ec.SECP256R1()


def extract(salt, material):
    return hmac.new(salt or bytes(32), material, hashlib.sha256).digest()


def expand(key, info, length):
    out, block = b"", b""
    for number in range(1, -(-length // 32) + 1):
        block = hmac.new(key, block + info + bytes([number]), hashlib.sha256).digest()
        out += block
    return out[:length]


def labeled_extract(suite, salt, label, material):
    return extract(salt, b"HPKE-v1" + suite + label + material)


def labeled_expand(suite, key, label, info, length):
    labeled = length.to_bytes(2) + b"HPKE-v1" + suite + label + info
    return expand(key, labeled, length)


def shared_secret(encapsulated, private):
    scalar = ec.derive_private_key(int.from_bytes(private), CURVE)
    sender = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, encapsulated)
    own = scalar.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    suite = b"KEM" + KEM.to_bytes(2)
    key = labeled_extract(suite, b"", b"eae_prk", scalar.exchange(ec.ECDH(), sender))
    return labeled_expand(suite, key, b"shared_secret", encapsulated + own, 32)


def key_schedule(shared, info, key_length):
    """(key, base nonce) of mode 0, without a pre-shared key."""
    suite = b"HPKE" + KEM.to_bytes(2) + KDF.to_bytes(2) + AEADS[key_length].to_bytes(2)
    context = (
        b"\x00"
        + labeled_extract(suite, b"", b"psk_id_hash", b"")
        + labeled_extract(suite, b"", b"info_hash", info)
    )
    secret = labeled_extract(suite, shared, b"secret", b"")
    key = labeled_expand(suite, secret, b"key", context, key_length)
    return key, labeled_expand(suite, secret, b"base_nonce", context, 12)


def open_base(encapsulated, ciphertext, private, info, data=b"", key_length=32):
    key, nonce = key_schedule(shared_secret(encapsulated, private), info, key_length)
    return AESGCM(key).decrypt(nonce, ciphertext, data)
