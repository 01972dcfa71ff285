"""What the form says of itself elsewhere: see ``pages.heads``."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pages import heads, kept_practice, places
from pages.heads import Head


def of_form(*, has_card: bool = True) -> Head:
    """Its title says nothing that the list of a shared browser should not."""
    practice = kept_practice.current()
    text = _("Write to %(name)s. A person answers.") % {"name": practice.name}
    return heads.head(
        _("Get started"),
        reverse("intake:inquiry_create"),
        description=" ".join(filter(None, [text, places.what_is_offered(practice)])),
        has_card=has_card,
    )
