from django.urls import path

from intake.offers import views

app_name = "offers"
urlpatterns = [path("<str:code>/", views.OfferView.as_view(), name="answer")]
