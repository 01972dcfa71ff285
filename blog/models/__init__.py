from blog.models.article import Article
from blog.models.authorship import AuthorshipAnswer
from blog.models.byline import Byline, BylineQuerySet
from blog.models.lists import ArticleQuerySet
from blog.models.series import Series

__all__ = ["Article", "ArticleQuerySet", "AuthorshipAnswer", "Byline", "BylineQuerySet", "Series"]
