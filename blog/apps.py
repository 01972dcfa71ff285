from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = _("Articles")

    def ready(self):
        from blog import heads, kept_articles, kept_newest, near  # noqa: F401  what is kept is known from the start
        from blog.content import ArticleContent
        from blog.linked import articles
        from blog.models import Article
        from blog.models.asked_texts import forget_over
        from blog.searched import ARTICLES
        from blog.searched_series import SERIES
        from blog.share_images import find_share_image
        from blog.start.waiting_pictures import forget_old
        from editing import contents, near_addresses
        from outbox import jobs
        from pages import elsewhere, share_images
        from search import sources
        from writing import link_choices

        contents.register(ArticleContent())
        for kind in (near.ARTICLES, near.SERIES, near.AUTHORS, *near.ABOUT):
            near_addresses.register(kind)
        link_choices.register(articles)
        sources.register(ARTICLES)
        sources.register(SERIES)
        share_images.register("article", find_share_image)
        elsewhere.register(Article, heads.in_brief, Article.objects.published)
        jobs.register("blog: forget pictures that nobody confirmed", timedelta(hours=1), forget_old)
        jobs.register("blog: forget who was asked for a text", timedelta(days=1), forget_over)
