from django.urls import path, re_path

from blog import archive_views, feeds, views
from pages.middleware import without_practice

app_name = "blog"
urlpatterns = [
    path("", views.ArticleListView.as_view(), name="article_list"),
    path("feed/", feeds.RssFeed(), name="feed_rss"),
    path("feed/atom/", feeds.AtomFeed(), name="feed_atom"),
    # Of two parts, so that no article's address is among them.
    path("by/month/", archive_views.ArchiveView.as_view(), name="months"),
    re_path(
        r"^(?P<year>[1-9][0-9]{3})/(?P<month>0[1-9]|1[0-2])/\Z",
        archive_views.MonthView.as_view(),
        name="month",
    ),
    path(
        "<slug:slug>/", without_practice(views.ArticleDetailView.as_view()), name="article_detail"
    ),
]
