from django.urls import path

from blog.asking import views

app_name = "asking"
urlpatterns = [path("<str:token>/", views.asked_text, name="text")]
