from django.urls import path

from pages import file_views, icons, location_views, views
from pages.middleware import without_practice

app_name = "pages"
urlpatterns = [
    path("contact/", views.ContactView.as_view(), name="contact"),
    path("locations/", location_views.LocationListView.as_view(), name="location_list"),
    path(
        "locations/<slug:slug>/",
        location_views.LocationDetailView.as_view(),
        name="location_detail",
    ),
    path(
        "media/shared/<slug:kind>/<slug:slug>/<slug:digest>.jpg",
        file_views.share_image,
        name="share_image",
    ),
    path("media/<path:name>", file_views.media, name="media"),
    *(path(name, icons.icon, {"name": name}, name=name.partition(".")[0]) for name in icons.ICONS),
    path("colors/<slug:digest>.css", file_views.colors, name="colors"),
    path(
        "notices/<slug:slug>/",
        without_practice(views.LegalNoticeView.as_view()),
        name="legal_notice",
    ),
    path("<slug:slug>/", without_practice(views.PageDetailView.as_view()), name="page_detail"),
]
