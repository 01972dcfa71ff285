"""Closing documents so that only the holder of a private key can open them.

A document is padded to one of few sizes, encrypted under a fresh data key (AES-256-GCM, NIST SP 800-38D),
and the data key is sealed to a public key by HPKE (RFC 9180, base mode). What it belongs to, a
``SealContext``, is bound in: copied into another row, or moved under another key, it does not open.

    format 1 | suite 1 | id of the key 16 | sealed data key 113 | nonce 12 | ciphertext and tag
    (numbers are bytes; suite 1 is DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM)

Whatever does not open raises ``CannotOpen``, whose words can be shown.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.utils.translation import gettext as _

from sealing.ciphers import NONCE_BYTES, decrypt, encrypt

FORMAT = 1
P256 = 1
SUITES = {P256: Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)}
CURVE = ec.SECP256R1()

BLOCK = 1024
# Of what somebody writes: most is of the first size, and nothing accepted is of many.
FEW_SIZES = (4 * BLOCK, 16 * BLOCK, 64 * BLOCK)
LENGTH_BYTES = 4
SEALED_KEY_BYTES = 113  # encapsulated point 65, data key 32, tag 16
HEAD_BYTES = 2 + 16
LEAST_BYTES = HEAD_BYTES + SEALED_KEY_BYTES + NONCE_BYTES + BLOCK + 16

# As a database hands it out.
Stored = bytes | bytearray | memoryview


class CannotOpen(ValueError):
    """The document is damaged, of an unknown kind, or closed with another key."""


@dataclass(frozen=True)
class SealContext:
    """What a sealed document belongs to: a kind, such as ``intake.documents.content``, and a row's id."""

    kind: str
    row: uuid.UUID | str


@dataclass(frozen=True)
class PublicKey:
    id: uuid.UUID
    raw: bytes  # the uncompressed point of SEC 1, 65 bytes

    @cached_property
    def point(self) -> ec.EllipticCurvePublicKey:
        return ec.EllipticCurvePublicKey.from_encoded_point(CURVE, self.raw)


@dataclass(frozen=True, repr=False)
class PrivateKey:
    id: uuid.UUID
    raw: bytes  # the scalar, 32 bytes, big-endian

    @cached_property
    def scalar(self) -> ec.EllipticCurvePrivateKey:
        return ec.derive_private_key(int.from_bytes(self.raw), CURVE)

    @property
    def public(self) -> PublicKey:
        point = self.scalar.public_key()
        return PublicKey(self.id, point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def new_key() -> PrivateKey:
    scalar = ec.generate_private_key(CURVE).private_numbers().private_value
    return PrivateKey(uuid.uuid4(), scalar.to_bytes(32))


def seal(
    document: bytes,
    public_key: PublicKey,
    seal_context: SealContext,
    sizes: Sequence[int] = (BLOCK,),
) -> bytes:
    """``document`` (bytes) closed for whoever holds the private key of ``public_key``. ``sizes``: what it may
    be seen to be as long as, in bytes."""
    head = bytes([FORMAT, P256]) + public_key.id.bytes
    data_key = AESGCM.generate_key(256)
    bound = binding(head, seal_context)
    sealed_key = SUITES[P256].encrypt(data_key, public_key.point, bound)
    return head + sealed_key + encrypt(data_key, padded(document, sizes), bound)


def open_sealed(sealed: Stored, private_key: PrivateKey, seal_context: SealContext) -> bytes:
    """The document that ``seal`` was given; raises ``CannotOpen``."""
    sealed = bytes(sealed)
    refuse_unknown(sealed)
    if sealed[2:HEAD_BYTES] != private_key.id.bytes:
        raise CannotOpen(_("This was closed with another key."))
    head, rest = sealed[:HEAD_BYTES], sealed[HEAD_BYTES:]
    sealed_key, rest = rest[:SEALED_KEY_BYTES], rest[SEALED_KEY_BYTES:]
    bound = binding(head, seal_context)
    try:
        data_key = SUITES[head[1]].decrypt(sealed_key, private_key.scalar, bound)
        return unpadded(decrypt(data_key, rest, bound))
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(
            _("This was damaged or put in another place after it was closed.")
        ) from error


def key_id(sealed: Stored) -> uuid.UUID:
    """Which key opens it; raises ``CannotOpen`` for a format that this version does not know."""
    sealed = bytes(sealed)
    refuse_unknown(sealed)
    return uuid.UUID(bytes=sealed[2:HEAD_BYTES])


def refuse_unknown(sealed: bytes) -> None:
    if len(sealed) < 2 or sealed[0] != FORMAT or sealed[1] not in SUITES:
        raise CannotOpen(_("This was closed by another version of the site, or is damaged."))
    if len(sealed) < LEAST_BYTES:
        raise CannotOpen(_("A part of this is missing."))


def binding(head: bytes, seal_context: SealContext) -> bytes:
    """For HPKE's ``info`` and AES-GCM's associated data. HPKE's own associated data would do as
    well, but the library has none."""
    return b"practice-site\x00" + head + f"{seal_context.kind}\x00{seal_context.row}".encode()


def padded(document: bytes, sizes: Sequence[int] = (BLOCK,)) -> bytes:
    """To the first of the ``sizes`` that holds it, or else to a multiple of the last."""
    whole = len(document).to_bytes(LENGTH_BYTES) + document
    size = next((size for size in sizes if size >= len(whole)), sizes[-1])
    return whole + bytes(-len(whole) % size)


def unpadded(whole: bytes) -> bytes:
    end = LENGTH_BYTES + int.from_bytes(whole[:LENGTH_BYTES])
    if end > len(whole) or whole[end:] != bytes(len(whole) - end):
        raise ValueError
    return whole[LENGTH_BYTES:end]
