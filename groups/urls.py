from django.urls import path

from groups import views
from pages.middleware import without_practice

app_name = "groups"
urlpatterns = [
    path("groups/", views.GroupListView.as_view(), name="group_list"),
    path(
        "groups/<slug:slug>/",
        without_practice(views.GroupDetailView.as_view()),
        name="group_detail",
    ),
]
