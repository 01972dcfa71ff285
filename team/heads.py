"""What the pages of the team say of themselves elsewhere: see ``pages.heads``."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pages import frame, graph, heads, kept_practice, own_words
from pages.heads import Head
from pages.share_images import ShareImage
from team import kept_people
from team.answer import Answer
from team.comparing import Comparison
from team.graph import person
from team.models import Therapist

TEAM = "team:therapist_list"


def of_team(page: int, answer: Answer) -> Head:
    """Whatever is chosen, search engines are told of the one list of everybody."""
    text = _(
        "The people of %(name)s: what they help with, where, and who is accepting new clients."
    )
    is_of_everybody = not answer.is_narrowed
    return heads.list_head(
        frame.name_of(TEAM),
        heads.numbered(reverse(TEAM), page if is_of_everybody else 1),
        title=answer.title_of(page),
        description=text % {"name": kept_practice.current().name},
        has_place=True,
    )


def of_comparison(comparison: Comparison) -> Head:
    """Nothing is said of it elsewhere: it is somebody's own choice of what the profiles say."""
    names = "; ".join(person.public_name for person in comparison.people)
    name = _("Side by side")
    title = f"{name}: {names}" if names else name
    return heads.head(name, comparison.address, title=title, is_told=False)


def of_therapist(therapist: Therapist) -> Head:
    name = therapist.shown_name_with_credentials
    address = therapist.get_absolute_url()
    # Whoever is responsible stands first, whatever comes after it.
    words = own_words.said(therapist, "search_description") or therapist.opening_lines
    return heads.head(
        name,
        address,
        title=therapist.public_name,
        description=f"{therapist.public_line.rstrip(' .')}. {words}",
        has_place=not therapist.is_without_place,
        kind="profile",
        is_told=not therapist.is_out_of_search,
        image=share_image_of(therapist),
        crumbs=[(frame.name_of(TEAM), reverse(TEAM))],
        node={"@type": "ProfilePage", "mainEntity": graph.reference(address, "person")},
        nodes=[person(therapist)],
    )


def share_image_of(therapist: Therapist) -> ShareImage:
    return ShareImage(
        "person",
        therapist.slug,
        therapist.shown_name_with_credentials,
        therapist.title_with_supervision,
        therapist.shown_photo,
    )


def find_share_image(slug: str) -> ShareImage | None:
    therapist = kept_people.without_texts(slug)
    if therapist is None or therapist.is_out_of_search:
        return None
    return share_image_of(therapist)
