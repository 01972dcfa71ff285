from django.contrib import admin
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from intake.views import InquiryCreateView
from pages.middleware import without_practice
from practice_site import click_counts, views
from practice_site.language_paths import in_each_language
from practice_site.sitemaps import views as sitemaps

# The list of pictures stood there before pictures had an app of their own; people keep bookmarks.
former_pictures = without_practice(
    RedirectView.as_view(url="/admin/pictures/image/%(rest)s", query_string=True)
)

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("blog/", include("blog.urls")),
    path("", include("team.urls")),
    path("", include("groups.urls")),
    in_each_language(
        # Takes the place of the form's own address. The form is not told which article led to it: that is
        # counted here, around its view.
        path("get-started/", click_counts.counted(InquiryCreateView.as_view()), name="get_started"),
        path("get-started/", include("intake.urls")),
        path("r/", include("intake.person.urls")),
        # What there is in another language begins with the form; in our own the home page stands here.
        path("", views.to_the_form),
    ),
    path("c/", include("intake.offers.urls")),
    path("t/", include("blog.asking.urls")),
    path("o/", include("team.confirming.urls")),
    path("", include("editing.urls")),
    path("", include("search.urls")),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap/entrances.xml", sitemaps.entrances, name="sitemap_entrances"),
    path("sitemap/<slug:name>-<int:start>.xml", sitemaps.section, name="sitemap_section"),
    path("readyz", views.ready, name="ready"),
    path("admin/", include("staff.urls")),
    path("admin/room/", include("intake.room.urls")),
    re_path(r"^admin/pages/image/(?P<rest>.*)$", former_pictures),
    path("admin/", admin.site.urls),
    # Last: editable pages answer at /<slug>/.
    path("", include("pages.urls")),
]

handler400 = "practice_site.errors.bad_request"
handler403 = "practice_site.errors.forbidden"
handler404 = "practice_site.errors.not_found"
handler500 = "practice_site.errors.server_error"
