"""The articles of one author, or about one topic: whose or which, at which addresses, and what visitors may read.

    selection = find("author", "ines-calder")      # None where there is nobody, or nothing to read

Each has a list and feeds, and is there as long as there is an article in it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from blog.models import Article, Byline
from blog.models.lists import ArticleQuerySet
from editing.models import Redirect
from team import kept_people
from team.models import Modality, Specialty, Therapist
from team.models.vocabulary import in_a_sentence


@dataclass(frozen=True)
class Selection:
    kind: str
    row: Any

    @property
    def address(self) -> str:
        return address(self.kind, self.row.slug)

    def feed(self, form: str) -> str:
        return reverse(f"blog:{self.kind}_{form}", args=[self.row.slug])

    @property
    def name(self) -> str:
        """``Articles by Ines Calder``. A title never stands here: who supervises would have to stand beside it."""
        if self.kind == AUTHOR:
            return _("Articles by %(name)s") % {"name": self.row.shown_name}
        topic = in_a_sentence(str(self.row.plain_name))
        if self.kind == "approach":
            return _("Articles on how we work: %(topic)s") % {"topic": topic}
        return _("Articles about %(topic)s") % {"topic": topic}

    @property
    def description(self) -> str:
        if self.kind == AUTHOR:
            return _("What %(name)s has written here, newest first.") % {
                "name": self.row.shown_name
            }
        return str(self.row.summary)

    @property
    def is_told(self) -> bool:
        return self.kind != AUTHOR or not self.row.is_out_of_search

    @property
    def articles(self) -> ArticleQuerySet:
        """Newest first."""
        return of(self.kind, self.row.pk)


AUTHOR = "author"
TOPICS: dict[str, type[Model]] = {"specialty": Specialty, "approach": Modality}
KINDS = (AUTHOR, *TOPICS)
# Where the row itself has its page.
PAGES = {
    AUTHOR: "team:therapist_detail",
    "specialty": "team:specialty_detail",
    "approach": "team:modality_detail",
}
# How an article leads to it.
PATHS = {AUTHOR: "bylines__therapist", "specialty": "specialties", "approach": "modalities"}
IDS: dict[str, Callable[[int], QuerySet]] = {
    AUTHOR: lambda pk: Byline.objects.filter(therapist=pk).values("article"),
    "specialty": lambda pk: through(Article.specialties, "specialty", pk),
    "approach": lambda pk: through(Article.modalities, "modality", pk),
}


def through(relation: Any, name: str, pk: int) -> QuerySet:
    return relation.through.objects.filter(**{name: pk}).values("article")


def of(kind: str, pk: int) -> ArticleQuerySet:
    ours = Article.objects.published().filter(language=settings.LANGUAGE_CODE)
    return ours.filter(pk__in=IDS[kind](pk))


def address(kind: str, slug: str) -> str:
    return reverse(f"blog:{kind}", args=[slug])


def kind_of(row: Model) -> str:
    """Of the articles by a therapist, or about a topic."""
    return next((kind for kind, model in TOPICS.items() if isinstance(row, model)), AUTHOR)


def find(kind: str, slug: str) -> Selection | None:
    """Where visitors can read something of it."""
    row = author(slug) if kind == AUTHOR else topic(kind, slug)
    selection = Selection(kind, row) if row else None
    return selection if selection and selection.articles.exists() else None


def author(slug: str) -> Therapist | None:
    """Whoever has left as well: what they wrote is still here, and still says who wrote it."""
    ours = Therapist.objects.filter(is_listed=True, language=settings.LANGUAGE_CODE, slug=slug)
    return kept_people.without_texts(slug) or ours.select_related("photo").first()


def topic(kind: str, slug: str) -> Any:
    ours = TOPICS[kind]._default_manager.filter(language=settings.LANGUAGE_CODE, slug=slug)
    return ours.defer("body", "synonyms").first()


def moved_to(kind: str, slug: str) -> str | None:
    """The slug by now of whoever, or whatever, had this one before, and has something to read."""
    before, after = reverse(PAGES[kind], args=["-"]).split("-")
    target = Redirect.objects.target_of(f"{before}{slug}{after}")
    if not target or not target.startswith(before):
        return None
    moved = target.removeprefix(before).removesuffix(after)
    return moved if find(kind, moved) else None
