from django.urls import path

from intake import person_views

app_name = "person"
urlpatterns = [
    path("", person_views.FindView.as_view(), name="find"),
    path("<str:code>/", person_views.PersonView.as_view(), name="show"),
]
