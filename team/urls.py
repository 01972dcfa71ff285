from django.urls import path

from team import views

app_name = "team"
urlpatterns = [
    path("team/", views.TherapistListView.as_view(), name="therapist_list"),
    path("team/<slug:slug>/", views.TherapistDetailView.as_view(), name="therapist_detail"),
    path("specialties/", views.SpecialtyListView.as_view(), name="specialty_list"),
    path("specialties/<slug:slug>/", views.SpecialtyDetailView.as_view(), name="specialty_detail"),
    path("approaches/", views.ModalityListView.as_view(), name="modality_list"),
    path("approaches/<slug:slug>/", views.ModalityDetailView.as_view(), name="modality_detail"),
]
