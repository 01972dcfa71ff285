"""Where the pages to measure are in a database: ``python -m practice_site.bench.addresses`` prints them as JSON."""

import json
from typing import Any

import django

# Behind those that were written for the demo; with any number of articles it is the same one.
TYPICAL = 29


def addresses() -> dict[str, str]:
    from django.urls import reverse

    from blog.models import Article
    from blog.views import NUMBERED_PAGES, ArticleListView
    from team.models import Specialty, Therapist

    published = Article.objects.published()
    count = published.count()
    article = published.order_by("-publish_at", "-pk")[min(TYPICAL, count - 1)]
    index = reverse("blog:article_list")
    last = min(NUMBERED_PAGES, -(-count // ArticleListView.paginate_by))
    return {
        "article": article.get_absolute_url(),
        "article, known": article.get_absolute_url(),
        "index": index,
        "last page": f"{index}?page={last}",
        "home": reverse("home"),
        "team": reverse("team:therapist_list"),
        "profile": Therapist.objects.listed().order_by("pk")[0].get_absolute_url(),
        "specialty": Specialty.objects.order_by("pk")[0].get_absolute_url(),
        "get started": reverse("intake:inquiry_create"),
        "feed": reverse("blog:feed_rss"),
        "sitemap section": reverse("sitemap_section", args=["articles", 1]),
        "404": "/no-such-page/",
        "desk": reverse("admin:index"),
        "desk, articles": reverse("admin:blog_article_changelist"),
    }


def cookie() -> str:
    """Of a manager who has signed in."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client()
    client.force_login(get_user_model().objects.get(username="manager"))
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def found() -> dict[str, Any]:
    return {"addresses": addresses(), "cookie": cookie()}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(found()))
