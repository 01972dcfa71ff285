"""The newest articles as their own pages and feeds show them, but for their texts: nobody may change them.

Most visitors read one of them. Older ones are asked of the database whole.
"""

from datetime import datetime
from itertools import islice

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from blog.kept_newest import turns_of
from blog.models import Article, Byline
from blog.models.byline import with_shown_names
from blog.models.lists import TEXT
from freshness import parts
from freshness.basis import question
from freshness.kept import Kept
from freshness.rows import all_whole, whole
from pages import kept_practice
from team.models import Modality, Specialty, Therapist
from team.models.lists import TEXTS as TEXTS_OF_PEOPLE

NUMBER = 300


def read() -> tuple[dict[str, Article], datetime]:
    """Those of now by their addresses, newest first."""
    now = timezone.now()
    # By midnight somebody who wrote one may have left.
    with kept_practice.its_day() as midnight:
        ours = Article.objects.filter(language=settings.LANGUAGE_CODE)
        newest = ours.published(now).without_text().prefetch_related(*named())[:NUMBER]
        articles = {article.slug: article for article in newest}
        for article in articles.values():
            with_shown_names(article.bylines.all())
            _ = article.shown_reviewer, article.shown_poster
    parts.keep_with(articles.values())
    return articles, min([midnight, *turns_of(articles.values(), now)])


def named() -> list[Prefetch | str]:
    """As ``who_and_about`` and ``with_what_it_names``, with one row for each person and picture, however many
    articles name it."""
    return [
        "lead_image",
        "series",
        Prefetch("reviewed_by", Therapist.objects.defer(*TEXTS_OF_PEOPLE)),
        Prefetch("bylines", Byline.objects.with_people(with_photos=True)),
        Prefetch("specialties", Specialty.objects.for_naming()),
        Prefetch("modalities", Modality.objects.for_naming()),
    ]


OF = [
    "blog.Article", "blog.Byline", "blog.Article_specialties", "blog.Article_modalities", "blog.Series",
    "team.Therapist", "team.Specialty", "team.Modality", "pictures.Image", "pages.Practice",
]  # fmt: skip
current = Kept("blog.articles", OF, read).get


@question
def without_text(slug: str) -> Article | None:
    return current().get(slug)


def with_text(slug: str) -> Article | None:
    """The article of an address, if it is among them and has no other text by now: a row of the caller's own."""
    kept = without_text(slug)
    return whole(kept, TEXT, "current_version") if kept else None


def newest_with_texts(number: int) -> list[Article]:
    return all_whole(newest(number), TEXT, "current_version")


@question
def newest(number: int) -> list[Article]:
    return [*islice(current().values(), number)]
