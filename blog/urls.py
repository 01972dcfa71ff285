from django.urls import path, re_path

from blog import archive_views, feeds, selection_views, series_views, views
from blog.selections import KINDS
from pages.middleware import without_practice

app_name = "blog"
# A feed's form, and where it lies below the list of what is in it.
FEEDS = {"rss": "feed/", "atom": "feed/atom/", "json": "feed/json/"}
urlpatterns = [
    path("", views.ArticleListView.as_view(), name="article_list"),
    *(path(below, feeds.FORMS[form](), name=f"feed_{form}") for form, below in FEEDS.items()),
    # Of two parts, so that no article's address is among them.
    path("by/month/", archive_views.ArchiveView.as_view(), name="months"),
    *(
        path(f"{kind}/<slug:slug>/", selection_views.SelectionView.as_view(kind=kind), name=kind)
        for kind in KINDS
    ),
    *(
        path(f"{kind}/<slug:slug>/{below}", feeds.FORMS[form](kind), name=f"{kind}_{form}")
        for kind in KINDS
        for form, below in FEEDS.items()
    ),
    path("series/<slug:slug>/", series_views.SeriesView.as_view(), name="series"),
    re_path(
        r"^(?P<year>[1-9][0-9]{3})/(?P<month>0[1-9]|1[0-2])/\Z",
        archive_views.MonthView.as_view(),
        name="month",
    ),
    path(
        "<slug:slug>/", without_practice(views.ArticleDetailView.as_view()), name="article_detail"
    ),
]
