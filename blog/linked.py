"""Articles that a link may lead to."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from blog.models import Article
from writing.link_choices import MOST_OF_A_KIND, Choice, with_words


def articles(words: Sequence[str]) -> Iterator[Choice]:
    rows = with_words(Article.objects.published(), words, "title").only("title", "slug")
    for article in rows.order_by("-publish_at")[:MOST_OF_A_KIND]:
        yield Choice(article.title, _("Article"), article.get_absolute_url())
