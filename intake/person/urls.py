from django.urls import path

from intake.person import views

app_name = "person"
urlpatterns = [
    path("", views.FindView.as_view(), name="find"),
    # Without the slash as well: a redirect to it would be kept, and the code in it.
    path("<str:code>", views.PersonView.as_view()),
    path("<str:code>/", views.PersonView.as_view(), name="show"),
]
