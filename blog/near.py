"""Articles and their lists, for addresses that were cut off or misspelled."""

from collections.abc import Callable

from django.db.models import QuerySet

from blog import with_articles
from blog.models import Article
from blog.selections import AUTHOR, TOPICS, Selection
from editing.near_addresses import Kind

ARTICLES = Kind("blog:article_detail", Article.objects.published, lambda row: row.title)
SERIES = Kind("blog:series", with_articles.series, lambda row: row.title, is_list=True)


def list_of(kind: str, rows: Callable[[], QuerySet]) -> Kind:
    return Kind(
        f"blog:{kind}",
        rows,
        lambda row: Selection(kind, row).name,
        address=lambda row: Selection(kind, row).address,
        is_list=True,
    )


# Nobody is found by a last name that is held back.
AUTHORS = list_of(AUTHOR, lambda: with_articles.authors().filter(first_name_only=""))
ABOUT = [list_of(kind, with_articles.topics(kind)) for kind in TOPICS]
