"""What allauth asks this site about second factors."""

from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from staff.factors import sealing


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This did not fit. Please try again, with the code that shows now."),
    }

    def encrypt(self, text):
        return sealing.seal(text)

    def decrypt(self, encrypted_text):
        return sealing.unseal(encrypted_text)

    def get_totp_issuer(self):
        return urlsplit(settings.SITE_URL).netloc

    def build_totp_svg(self, url):
        # Inside a page there is no place for an XML declaration.
        return super().build_totp_svg(url).partition("?>")[2]

    def get_public_key_credential_rp_entity(self):
        # From SITE_URL: what the Host header says decides nothing.
        host = urlsplit(settings.SITE_URL).hostname
        return {"id": host, "name": host}

    def generate_authenticator_name(self, user, type):
        return gettext("My passkey")
