from django.urls import path

from team import topic_views, views

app_name = "team"
urlpatterns = [
    path("team/", views.TherapistListView.as_view(), name="therapist_list"),
    # Of two parts, so that no profile's address is among them.
    path("team/compare/people/", views.TherapistCompareView.as_view(), name="therapist_compare"),
    path("team/<slug:slug>/", views.TherapistDetailView.as_view(), name="therapist_detail"),
    path("specialties/", topic_views.SpecialtyListView.as_view(), name="specialty_list"),
    path(
        "specialties/<slug:slug>/",
        topic_views.SpecialtyDetailView.as_view(),
        name="specialty_detail",
    ),
    path("approaches/", topic_views.ModalityListView.as_view(), name="modality_list"),
    path(
        "approaches/<slug:slug>/", topic_views.ModalityDetailView.as_view(), name="modality_detail"
    ),
]
