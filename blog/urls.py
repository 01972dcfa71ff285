from django.urls import path

from blog import feeds, views

app_name = "blog"
urlpatterns = [
    path("", views.ArticleListView.as_view(), name="article_list"),
    path("feed/", feeds.RssFeed(), name="feed_rss"),
    path("feed/atom/", feeds.AtomFeed(), name="feed_atom"),
    path("<slug:slug>/", views.ArticleDetailView.as_view(), name="article_detail"),
]
