"""The topics that the newest articles are about, as ways into what has been written."""

from typing import NamedTuple

from blog import kept_newest, selections
from freshness.basis import question
from team import kept_topics

# More are looked for among the specialties.
MOST = 8


class TopicToRead(NamedTuple):
    name: str
    address: str


@question
def topics_to_read_about() -> list[TopicToRead]:
    """Those with the most articles, in the order of the practice's own lists."""
    about = kept_newest.current().about
    kept = kept_topics.current()
    known = [
        (kind, topic, len(places))
        for kind, model, topics in (
            ("specialty", "specialty", kept.specialties),
            ("approach", "modality", kept.modalities),
        )
        for topic in topics
        if (places := about.get((model, topic.pk)))
    ]
    most = sorted(known, key=lambda one: -one[2])[:MOST]
    return [
        TopicToRead(str(topic.plain_name), selections.address(kind, topic.slug))
        for kind, topic, number in known
        if (kind, topic, number) in most
    ]
