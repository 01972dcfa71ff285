"""The practice with all its facts, hours and closures among them: see ``pages.graph``."""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from freshness.kept import Kept
from pages import kept_practice
from pages.graph import CONTEXT, Node, the_practice, without_empty
from pages.models import ClosureDay, Location, OpeningHours, Practice
from pages.share_images import of_practice
from pages.states import state_names

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Closed all day, as search engines write it.
MIDNIGHT = "00:00:00"


def read_practice() -> tuple[Node, datetime.datetime]:
    """All its facts, with the closures of today and later."""
    row = kept_practice.current()
    with kept_practice.its_day() as midnight:
        today = (midnight - datetime.timedelta(days=1)).date()
        closures = list(ClosureDay.objects.filter(last_day__gte=today))
    return facts_of(row, closures), midnight


def facts_of(row: Practice, closures: Iterable[ClosureDay]) -> Node:
    start = f"{settings.SITE_URL}{reverse('intake:inquiry_create')}"
    return the_practice() | {
        "@type": "MedicalClinic",
        "name": row.name,
        "alternateName": row.short_name,
        "url": f"{settings.SITE_URL}/",
        "description": row.introduction or row.tagline,
        "telephone": row.phone,
        "email": row.email,
        "logo": logo_of(row),
        "image": of_practice(row).url,
        "address": [address_of(place) for place in row.locations if place.street],
        "areaServed": [
            {"@type": "State", "name": str(name)} for name in state_names(row.states_served)
        ],
        "openingHoursSpecification": [hours_of(one) for one in row.hours],
        "specialOpeningHoursSpecification": [closed_on(one) for one in closures],
        "potentialAction": {
            "@type": "CommunicateAction",
            "target": {"@type": "EntryPoint", "urlTemplate": start},
        },
    }


def logo_of(row: Practice) -> Node:
    if not row.logo:
        return {}
    picture = row.logo.picture()
    return {
        "@type": "ImageObject",
        "url": settings.SITE_URL + picture.src,
        "width": picture.width,
        "height": picture.height,
    }


def address_of(place: Location) -> Node:
    return without_empty(
        {
            "@type": "PostalAddress",
            "streetAddress": place.street,
            "addressLocality": place.city,
            "addressRegion": place.state,
            "postalCode": place.postal_code,
        }
    )


def hours_of(row: OpeningHours) -> Node:
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": f"{CONTEXT}/{DAYS[row.weekday]}",
        "opens": row.opens.isoformat(),
        "closes": row.closes.isoformat(),
    }


def closed_on(row: ClosureDay) -> Node:
    return {
        "@type": "OpeningHoursSpecification",
        "name": row.reason,
        "validFrom": row.first_day.isoformat(),
        "validThrough": row.last_day.isoformat(),
        "opens": MIDNIGHT,
        "closes": MIDNIGHT,
    }


OF = [*kept_practice.OF, "pages.ClosureDay"]
whole_practice = Kept("pages.graph", OF, read_practice).get
