"""What helps in every state, at any hour, whatever somebody can pay: what a practice can put into its referral book with
one press, so that nobody is left with nothing."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# {name in addresses: what its row begins with}
KNOWN: dict[str, dict[str, str | Promise]] = {
    "samhsa": {
        "name": _("SAMHSA’s National Helpline"),
        "description": _(
            "Free and confidential, day and night, in English and Spanish: who treats what near you"
        ),
        "phone": "1-800-662-4357",
        "website": "https://findtreatment.gov",
    },
    "211": {
        "name": _("211"),
        "description": _("Free, in most places day and night: help and low-cost care near you"),
        "phone": "211",
        "website": "https://www.211.org",
    },
}


def links() -> SafeString:
    """In windows of their own: what was written on this page stays."""
    rows = (
        (reverse("admin:intake_referralcontact_begin_with", args=[known]), row["name"])
        for known, row in KNOWN.items()
    )
    return format_html_join(
        gettext(" or "), '<a href="{}" target="_blank" rel="noopener">{}</a>', rows
    )


def offered() -> SafeString:
    return format_html("{} {}.", _("Good everywhere, and one press away:"), links())
