from blog.models.article import Article
from blog.models.asked_texts import AskedText, AskedTextQuerySet
from blog.models.authorship import AuthorshipAnswer
from blog.models.byline import Byline, BylineQuerySet
from blog.models.lists import ArticleQuerySet
from blog.models.series import Series

__all__ = [
    "Article",
    "ArticleQuerySet",
    "AskedText",
    "AskedTextQuerySet",
    "AuthorshipAnswer",
    "Byline",
    "BylineQuerySet",
    "Series",
]
