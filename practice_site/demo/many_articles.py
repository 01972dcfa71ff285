"""More published articles than ten people would write, made of sentences they did write."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from django.db import transaction
from django.utils.text import slugify

from blog.models import Article, Byline
from pictures.models import Image
from practice_site.demo.corpus import Corpus
from practice_site.demo.files import facts
from practice_site.demo.scale import link, new_rows, some
from team.models import Modality, Specialty, Therapist

# Older than the articles of the demo, so that these stay on the first page.
NEWEST = datetime(2025, 1, 1, 15, 30, tzinfo=UTC)
EVERY = timedelta(hours=11)


def add_articles(total: int, say: Callable[[str], object]) -> None:
    """Adds articles until ``total`` are published."""
    missing = total - Article.objects.published().count()
    if missing <= 0:
        return
    corpus = Corpus()
    alts = [
        about["alt"]
        for name, about in facts("images")["files"].items()
        if name.startswith("picture-")
    ]
    pictures = list(Image.objects.filter(alt__in=alts).order_by("pk"))
    authors = list(
        Therapist.objects.listed()
        .order_by("pk")
        .prefetch_related("supervisions__supervisor__credentials")
    )
    specialties = list(Specialty.objects.order_by("pk"))
    modalities = list(Modality.objects.order_by("pk"))
    done = 0
    for batch in new_rows(Article, lambda n, rng: an_article(n, rng, corpus, pictures), missing):
        with transaction.atomic():
            Article.objects.bulk_create([article for article, _rng in batch])
            Byline.objects.bulk_create(
                [byline for article, rng in batch for byline in bylines_of(article, rng, authors)]
            )
            about = [(a, topic) for a, rng in batch for topic in some(rng, specialties, 1, 3)]
            link(Article, "specialties", about)
            by = [(a, topic) for a, rng in batch for topic in some(rng, modalities, 0, 2)]
            link(Article, "modalities", by)
        done += len(batch)
        say(f"Articles made of shuffled sentences: {done} of {missing}")


def an_article(number: int, rng: Random, corpus: Corpus, pictures: Sequence[Image]) -> Article:
    title = rng.choice(corpus.headings)
    published = NEWEST - number * EVERY
    return Article(
        title=title,
        slug=f"{slugify(title)[:80]}-{number}",
        opening_lines=rng.choice(corpus.openings) if rng.random() < 0.7 else "",
        body=corpus.article_body(rng, pictures),
        summary=rng.choice(corpus.article) if rng.random() < 0.7 else "",
        lead_image=rng.choice(pictures) if pictures and rng.random() < 0.8 else None,
        posted_by=rng.choice(["Walt Enderby", ""]),
        state=Article.State.APPROVED,
        publish_at=published,
        first_published_at=published,
    )


def bylines_of(article: Article, rng: Random, authors: Sequence[Therapist]) -> Iterator[Byline]:
    day = article.publish_at.date()  # type: ignore[union-attr]
    for order, author in enumerate(some(rng, authors, 1, 2 if rng.random() < 0.2 else 1)):
        supervisors = [row.supervisor.name_with_credentials for row in author.supervisors_on(day)]
        yield Byline(
            article=article,
            therapist=author,
            title=author.title,
            supervised_by=" & ".join(supervisors),
            order=order,
        )
