"""What places say of themselves elsewhere: see ``pages.heads``."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pages import frame, graph, heads, kept_practice, places
from pages.graph import Node
from pages.heads import Head
from pages.models import Location
from pages.practice_graph import address_of
from pages.share_images import ShareImage

PLACES = "pages:location_list"


def of_places(found: list[Location]) -> Head:
    """Search engines are not sent to a page with nothing on it."""
    text = _("Where %(name)s is, and how one gets in: %(places)s.")
    named = ", ".join(place.name for place in found)
    return heads.list_head(
        frame.name_of(PLACES),
        reverse(PLACES),
        description=text % {"name": kept_practice.current().name, "places": named},
        has_place=True,
        is_told=len(found) > 1,
    )


def of_place(place: Location) -> Head:
    said = [place.getting_here, place.entrance, place.transit, place.parking, place.inside]
    crumbs = [(frame.name_of(PLACES), reverse(PLACES))] if places.are_several() else []
    return heads.head(
        place.name,
        place.get_absolute_url(),
        title=_("%(place)s: getting here and getting in") % {"place": place.name},
        description=" ".join([f"{heads.in_a_row(place.street, place.city)}.", *filter(None, said)]),
        has_place=True,
        row=place,
        image=share_image_of(place),
        crumbs=crumbs,
        node={"mainEntity": graph.reference(place.get_absolute_url(), "place")},
        nodes=[node_of(place)],
    )


def node_of(place: Location) -> Node:
    address = place.get_absolute_url()
    return graph.reference(address, "place") | {
        "@type": "Place",
        "name": place.name,
        "address": address_of(place),
        "telephone": place.phone or kept_practice.current().phone,
        "hasMap": place.map_url,
        "image": share_image_of(place).url,
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": str(words), "value": True}
            for words in place.yes_in_words
        ],
    }


def share_image_of(place: Location) -> ShareImage:
    return ShareImage("place", place.slug, place.name, place.city, place.picture)


def find_share_image(slug: str) -> ShareImage | None:
    place = places.at(slug)
    return share_image_of(place) if place else None
