from django.urls import path

from intake import person_views

app_name = "person"
urlpatterns = [
    path("", person_views.FindView.as_view(), name="find"),
    # Without the slash as well: a redirect to it would be kept, and the code in it.
    path("<str:code>", person_views.PersonView.as_view()),
    path("<str:code>/", person_views.PersonView.as_view(), name="show"),
]
