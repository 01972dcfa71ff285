from blog.models.article import Article, ArticleQuerySet
from blog.models.byline import Byline, BylineQuerySet
from blog.models.series import Series

__all__ = ["Article", "ArticleQuerySet", "Byline", "BylineQuerySet", "Series"]
