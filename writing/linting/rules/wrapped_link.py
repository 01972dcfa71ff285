from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from writing.linting.addresses import addresses_in
from writing.linting.findings import Finding
from writing.linting.passages import Text
from writing.wrapped import is_of_mail, passes_by


def check(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for href, shown in addresses_in(passage):
            site = urlsplit(href).hostname
            if is_of_mail(href):
                found = passage.block
                reason = _("The link leads by %(site)s, which learns who reads this.")
            elif passes_by(href):
                found = passage.advice
                reason = _("The link seems to lead by %(site)s, which learns who reads this.")
            else:
                continue
            yield found(
                "wrapped-link",
                shown,
                reason % {"site": site},
                _("Open the link, and put the address it leads to in its place."),
            )
