from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from writing.linting.addresses import addresses_in
from writing.linting.findings import Finding
from writing.linting.passages import Text
from writing.wrapped import mail_address_in


def check(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for href, shown in addresses_in(passage):
            if address := mail_address_in(href):
                # A path may hold what only looks like one: the number of a message, for instance.
                is_in_question = bool(mail_address_in(f"https://a.example/?{urlsplit(href).query}"))
                found = passage.block if is_in_question else passage.advice
                yield found(
                    "mail-address-in-link",
                    shown,
                    _("The address of the link has %(address)s in it, for everybody to read.")
                    % {"address": address},
                    _("Take the part with the email address out, or link to the plain page."),
                )
