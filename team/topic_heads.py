"""What topics and their lists say of themselves elsewhere: see ``pages.heads``."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pages import frame, heads, kept_practice, places
from pages.graph import Node
from pages.heads import Head
from team import kept_topics
from team.models import Modality, Specialty

# As many topics as a result of a search shows before it is cut.
FIRST_TOPICS = 4


def of_specialties() -> Head:
    return of_topics(
        frame.name_of("team:specialty_list"),
        reverse("team:specialty_list"),
        kept_topics.current().specialties,
        _("What people bring to %(name)s: %(topics)s."),
    )


def of_modalities() -> Head:
    return of_topics(
        frame.name_of("team:modality_list"),
        reverse("team:modality_list"),
        kept_topics.current().modalities,
        _("How the people of %(name)s work: %(topics)s."),
    )


def of_topics(name: str, address: str, topics: list, text: str) -> Head:
    first = [str(topic.plain_name) for topic in topics[:FIRST_TOPICS]]
    listed = ", ".join([*first, _("and more")] if len(topics) > FIRST_TOPICS else first)
    practice = kept_practice.current()
    said = text % {"name": practice.name, "topics": listed} if first else ""
    return heads.list_head(
        name,
        address,
        description=" ".join(filter(None, [said, places.what_is_offered(practice)])),
        has_place=True,
    )


def of_specialty(topic: Specialty) -> Head:
    return of_topic(topic, "team:specialty_list")


def of_modality(topic: Modality) -> Head:
    return of_topic(topic, "team:modality_list")


def without_summary(topic: Specialty | Modality) -> str:
    practice = kept_practice.current()
    text = _("%(topic)s at %(name)s.") % {"topic": topic.plain_name, "name": practice.name}
    return f"{text} {places.what_is_offered(practice)}"


def of_topic(topic: Specialty | Modality, place: str) -> Head:
    named: Node = {"@type": "Thing", "name": str(topic.plain_name)}
    if topic.other_names:
        named["alternateName"] = topic.other_names
    return heads.head(
        topic.name,
        topic.get_absolute_url(),
        title=topic.plain_title,
        description=topic.summary or without_summary(topic),
        has_place=True,
        row=topic,
        crumbs=[(frame.name_of(place), reverse(place))],
        node={"@type": "CollectionPage", "about": named},
    )
