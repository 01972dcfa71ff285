"""At the end of an article: whoever wrote it, as somebody to meet."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from team import kept_people
from team.models import Therapist
from team.room import LATELY, line_of


class Authors:
    """Those of the team whom it names as authors. Guests, and whoever has left, are nobody to meet here."""

    def __init__(self, article: Any) -> None:
        slugs = [byline.therapist.slug for byline in article.bylines.all() if byline.therapist]
        self.people = [
            person
            for slug in dict.fromkeys(slugs)
            if (person := kept_people.without_texts(slug)) and person.may_be_asked_for
        ]
        self.article = article

    @property
    def to_ask(self) -> list[tuple[Therapist, str]]:
        """Whoever has room, or had lately: each with the address of the form that asks for them; which article it was is counted, never kept."""
        form = reverse("intake:inquiry_create")
        return [
            (
                person,
                f"{form}?{urlencode({'therapist': person.slug, 'from': self.article.slug})}",
            )
            for person in self.people
            if line_of(person).place <= LATELY
        ]
