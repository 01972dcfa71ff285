"""Where the practice can be met, in words: its towns, and online."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from pages import kept_practice
from pages.listing import all_of
from pages.models import Location, Practice
from pages.states import state_names


def towns(practice: Practice) -> list[str]:
    """Where its rooms are, none twice."""
    return list(dict.fromkeys(place.city for place in practice.locations if place.city))


def with_pages() -> list[Location]:
    """Places to come to, of which a page tells how one gets in."""
    return [place for place in kept_practice.current().locations if place.has_page]


def at(slug: str) -> Location | None:
    return next((place for place in with_pages() if place.slug == slug), None)


def are_there() -> bool:
    return bool(with_pages())


def are_several() -> bool:
    """One alone needs no list: its page is where a list would be."""
    return len(with_pages()) > 1


def where(practice: Practice) -> str:
    """``in Wendham and online``, as far as the facts say so."""
    online = bool(practice.states_served)
    if rooms := towns(practice):
        text = _("in %(towns)s and online") if online else _("in %(towns)s")
        return text % {"towns": get_text_list(rooms, ",")}
    return _("online") if online else ""


def what_is_offered(practice: Practice) -> str:
    """``Psychotherapy in Wendham, and by video for people in Oregon and Washington.``"""
    states = all_of(state_names(practice.states_served))
    rooms = all_of(towns(practice))
    if rooms and states:
        text = _("Psychotherapy in %(towns)s, and by video for people in %(states)s.")
    elif rooms:
        text = _("Psychotherapy in %(towns)s.")
    elif states:
        text = _("Psychotherapy by video for people in %(states)s.")
    else:
        return ""
    return text % {"towns": rooms, "states": states}
