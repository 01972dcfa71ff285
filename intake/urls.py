from django.urls import path

from intake import views

app_name = "intake"
urlpatterns = [
    path("", views.InquiryCreateView.as_view(), name="inquiry_create"),
    path("young/", views.YoungView.as_view(), name="young"),
]
