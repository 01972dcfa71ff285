from django.urls import path

from pages import views

app_name = "pages"
urlpatterns = [
    path("contact/", views.ContactView.as_view(), name="contact"),
    path("media/<path:name>", views.media, name="media"),
    path("colors/<slug:digest>.css", views.colors, name="colors"),
    path("<slug:slug>/", views.PageDetailView.as_view(), name="page_detail"),
]
