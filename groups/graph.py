"""Groups as data: see ``pages.graph``. Nobody who leads one is named there."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from groups import room
from groups.models import Group
from pages import graph, kept_practice
from pages.graph import Node
from pages.practice_graph import address_of
from pages.states import state_names

MODES = {
    (True, False): "Offline",
    (False, True): "Online",
    (True, True): "Mixed",
}
IN_STOCK = {Group.Room.OPEN: "InStock", Group.Room.WAITLIST: "SoldOut", Group.Room.FULL: "SoldOut"}


def reference_to(group: Group) -> Node:
    return graph.reference(group.get_absolute_url(), "group")


def group(group: Group) -> Node:
    """An event where it has a day of its own that may be told; else something that the practice offers."""
    node = reference_to(group) | {
        "name": group.title,
        "description": group.summary or group.for_whom,
        "url": settings.SITE_URL + group.get_absolute_url(),
        "offers": offer(group),
    }
    is_event = group.begins_on is not None and not group.is_without_place
    return node | (event(group) if is_event else service(group))


def event(group: Group) -> Node:
    mode = MODES.get((group.is_in_person, bool(group.video_states)))
    return {
        "@type": "Event",
        "startDate": moment(group.begins_on, group.begins_at),
        "endDate": moment(group.last_day, group.ends_at),
        "eventAttendanceMode": f"{graph.CONTEXT}/{mode}EventAttendanceMode" if mode else "",
        "organizer": graph.the_practice(),
        "location": places(group),
        "typicalAgeRange": age_range(group),
    }


def service(group: Group) -> Node:
    return {
        "@type": "Service",
        "serviceType": str(group.get_kind_display()),
        "provider": graph.the_practice(),
        "areaServed": states(group),
    }


def states(group: Group) -> list[Node]:
    return [{"@type": "State", "name": str(name)} for name in state_names(group.video_states)]


def places(group: Group) -> list[Node]:
    found: list[Node] = []
    if (place := group.shown_location) and place.street:
        found.append({"@type": "Place", "name": place.name, "address": address_of(place)})
    if group.video_states:
        url = settings.SITE_URL + group.get_absolute_url()
        found.append({"@type": "VirtualLocation", "url": url})
    return found


def age_range(group: Group) -> str:
    if group.youngest is None and group.oldest is None:
        return ""
    return f"{group.youngest or 0}-{'' if group.oldest is None else group.oldest}"


def moment(day, clock) -> str:  # type: ignore[no-untyped-def]
    """A day, and the time where it is known, in the practice's zone."""
    if day is None:
        return ""
    if clock is None:
        return day.isoformat()
    zone = ZoneInfo(kept_practice.current().time_zone)
    return datetime.combine(day, clock, zone).isoformat()


def offer(group: Group) -> Node:
    if group.price is None:
        return {}
    return {
        "@type": "Offer",
        "price": group.price,
        "priceCurrency": "USD",
        "availability": in_stock(group),
        "url": settings.SITE_URL + group.get_absolute_url(),
    }


def in_stock(group: Group) -> str:
    """Nothing, where the last word on room is old."""
    return f"{graph.CONTEXT}/{IN_STOCK[Group.Room(group.room)]}" if room.is_known(group) else ""
