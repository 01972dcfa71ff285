"""Articles as search knows them."""

from collections.abc import Iterator, Mapping, Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from blog.models import Article
from blog.models.lists import ArticleQuerySet
from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from writing.text import plain_text


def public() -> ArticleQuerySet:
    return Article.objects.published().filter(language=settings.LANGUAGE_CODE)


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    rows = Article.objects.filter(pk__in=ids).prefetch_related(
        "bylines__therapist", "specialties", "modalities", "series"
    )
    for article in rows.defer("reference_rows", "left_out"):
        who = [byline.shown_name for byline in article.bylines.all()]
        about = [word for topic in article.topics for word in topic.words_for_it]
        about += [article.series.title] if article.series else []
        text = "\n".join([article.summary, article.opening_lines, plain_text(article.body)])
        yield Piece(article.pk, article.title, ", ".join([*who, *about]), text.strip())


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    ids = [one.object_id for one in documents]
    rows = {article.pk: article for article in public().filter(pk__in=ids).for_listing()}
    return {
        one.pk: Shown(article.title, article.get_absolute_url(), article)
        for one in documents
        if (article := rows.get(one.object_id))
    }


ARTICLES = Source(
    kind="article",
    name=_("Article"),
    weight=1.0,
    template="blog/_found_article.html",
    rows=public,
    ids=lambda: Article.objects.values_list("pk", flat=True),
    pieces=pieces,
    show=show,
    called=("article", "articles", "blog", "post", "posts", "essay", "read", "reading", "articulo"),
    watches=(
        Watch("blog.Article"),
        Watch("blog.Byline", "{row}.article_id"),
        Watch("blog.Article_specialties", "{row}.article_id"),
        Watch("blog.Article_modalities", "{row}.article_id"),
        Watch(
            "team.Therapist",
            "SELECT article_id AS id FROM blog_byline WHERE therapist_id = {row}.id",
            ("name", "first_name_only"),
        ),
        Watch(
            "blog.Series",
            "SELECT id FROM blog_article WHERE series_id = {row}.id",
            ("title",),
        ),
        Watch(
            "team.Specialty",
            "SELECT article_id AS id FROM blog_article_specialties WHERE specialty_id = {row}.id",
            ("name", "clinical_name", "plain_word", "synonyms"),
        ),
        Watch(
            "team.Modality",
            "SELECT article_id AS id FROM blog_article_modalities WHERE modality_id = {row}.id",
            ("name", "synonyms"),
        ),
    ),
)
