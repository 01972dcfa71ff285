"""Every way to reach the practice beside the form, as far as its facts hold any."""

from dataclasses import dataclass

from pages.models import ContactRoute


@dataclass(frozen=True)
class OtherWays:
    phone: str
    emails: list[str]
    places: list
    route: ContactRoute | None

    @property
    def any(self):
        return bool(self.phone or self.emails or self.places or self.route)


def of(practice):
    route = ContactRoute.objects.filter(audience=ContactRoute.Audience.NEW).first()
    emails = dict.fromkeys(filter(None, [practice.email, route and route.email]))
    places = [place for place in practice.places if place.street]
    other = route if route and route.phone and route.phone != practice.phone else None
    return OtherWays(practice.phone, list(emails), places, other)
