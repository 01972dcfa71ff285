from django.urls import path

from intake.offers import views

app_name = "offers"
urlpatterns = [
    # Without the slash as well: a redirect to it would be kept, and the code in it.
    path("<str:code>", views.OfferView.as_view()),
    path("<str:code>/", views.OfferView.as_view(), name="answer"),
]
