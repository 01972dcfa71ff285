"""Where a notice has to stand and does not: looked up in what visitors are shown, not in what was meant."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages import frame
from pages.models import LegalNotice, NoticeText
from pages.notices.kinds import NEEDS, Place

# What of the site stands there.
PARTS = {
    Place.FOOT: "_door.html",
    Place.PRICES: "pages/_price_notice.html",
    Place.FORM: "pages/_form_notice.html",
}
LACKS = {
    Place.FOOT: _("at the foot of every page"),
    Place.PRICES: _("beside prices"),
    Place.FORM: _("on Get Started"),
    Place.OFFICE: _("in the office, as far as anybody has said"),
}


def missing_places(text: NoticeText) -> list[str]:
    if text.outcome != NoticeText.Outcome.TEXT:
        return []
    places = NEEDS[LegalNotice.Kind(text.notice.kind)].places
    return [str(LACKS[place]) for place in places if not stands(text, place)]


def stands(text: NoticeText, place: Place) -> bool:
    if place == Place.OFFICE:
        return text.in_office_on is not None and text.in_office_on <= timezone.localdate()
    return f'href="{text.notice.get_absolute_url()}"' in frame.current().part(PARTS[place])
