"""Every way to reach the practice beside the form, as far as its facts hold any."""

from dataclasses import dataclass

from pages.models import ContactRoute, Location, Practice


@dataclass(frozen=True)
class OtherWays:
    phone: str
    emails: list[str]
    locations: list[Location]
    route: ContactRoute | None

    @property
    def any(self) -> bool:
        return bool(self.phone or self.emails or self.locations or self.route)


def of(practice: Practice) -> OtherWays:
    route = ContactRoute.objects.filter(audience=ContactRoute.Audience.NEW).first()
    emails = dict.fromkeys(filter(None, [practice.email, route.email if route else ""]))
    locations = [location for location in practice.locations if location.street]
    other = route if route and route.phone and route.phone != practice.phone else None
    return OtherWays(practice.phone, list(emails), locations, other)
