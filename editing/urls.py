from django.urls import path

from editing import views

app_name = "editing"
urlpatterns = [
    path("p/<str:token>/", views.PreviewView.as_view(), name="preview"),
]
