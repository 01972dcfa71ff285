from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtailcache.cache import cache_page

from peer.feeds import ArticleFeed

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("blog/feed/", cache_page(ArticleFeed())),
    path("", include(wagtail_urls)),
]
