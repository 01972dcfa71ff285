"""The picture beside the address of an article that is shared: see ``pages.share_images``."""

from django.conf import settings

from blog import kept_articles
from blog.models import Article
from pages.share_images import ShareImage


def share_image_of(article: Article) -> ShareImage:
    """Who wrote it is on its page: a picture has no room for everybody, and for who supervises them."""
    return ShareImage("article", article.slug, article.title, picture=article.lead_image)


def find_share_image(slug: str) -> ShareImage | None:
    kept = kept_articles.without_text(slug)
    return share_image_of(kept) if kept else older(slug)


def older(slug: str) -> ShareImage | None:
    public = Article.objects.published().filter(language=settings.LANGUAGE_CODE, slug=slug)
    article = public.without_text().select_related("lead_image").first()
    return share_image_of(article) if article else None
