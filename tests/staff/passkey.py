"""A passkey as a browser and a device would answer with it, with attestation "none"."""

import json
import secrets
import struct
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, KEY_INCLUDED = 0x01, 0x04, 0x40


class Passkey:
    def __init__(self, origin="https://practice.example"):
        self.origin = origin
        self.id = secrets.token_bytes(16)
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.uses = 0

    def create(self, options):
        """The answer to ``navigator.credentials.create``."""
        wanted = options["publicKey"]
        public_key = ES256.from_cryptography_key(self.key.public_key())
        attested = AttestedCredentialData.create(Aaguid(bytes(16)), self.id, public_key)
        data = self.data(wanted["rp"]["id"], KEY_INCLUDED, bytes(attested))
        attestation = AttestationObject.create("none", AuthenticatorData(data), {})
        return self.answer(
            clientDataJSON=self.said("webauthn.create", wanted),
            attestationObject=bytes(attestation),
        )

    def get(self, options):
        """The answer to ``navigator.credentials.get``."""
        wanted = options["publicKey"]
        self.uses += 1
        data = self.data(wanted["rpId"])
        said = self.said("webauthn.get", wanted)
        signature = self.key.sign(data + sha256(said).digest(), ec.ECDSA(SHA256()))
        return self.answer(clientDataJSON=said, authenticatorData=data, signature=signature)

    def data(self, host, flags=0, attested=b""):
        flags |= PRESENT | VERIFIED
        return sha256(host.encode()).digest() + struct.pack(">BI", flags, self.uses) + attested

    def said(self, kind, wanted):
        challenge = websafe_encode(websafe_decode(wanted["challenge"]))
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def answer(self, **parts):
        number = websafe_encode(self.id)
        return {
            "id": number,
            "rawId": number,
            "type": "public-key",
            "response": {name: websafe_encode(part) for name, part in parts.items()},
            "clientExtensionResults": {},
        }
