"""The picture of an article as readers show it in their lists."""

from typing import NamedTuple

from django.conf import settings

from blog.models import Article
from blog.printable import printable
from pictures.plain_file import plain_file


class FeedPicture(NamedTuple):
    url: str
    width: int
    height: int
    kind: str
    alt: str


def picture_of(article: Article) -> FeedPicture | None:
    if not article.lead_image:
        return None
    file = plain_file(article.lead_image)
    url = settings.SITE_URL + file.src
    return FeedPicture(url, file.width, file.height, file.kind, printable(article.lead_image.alt))
