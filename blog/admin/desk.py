"""What pages of an article ask of the admin class that they belong to."""

from typing import Protocol

from django.http import HttpRequest

from blog.models import Article
from editing.admin.desk import Desk


class ArticleDesk(Desk, Protocol):
    """An ``ArticleAdmin``."""

    def readable(self, request: HttpRequest, pk: int) -> Article: ...

    def changeable(self, request: HttpRequest, pk: int) -> Article: ...
