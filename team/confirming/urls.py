from django.urls import path

from team.confirming.views import RoomLinkView

app_name = "openings"
urlpatterns = [path("<str:token>/", RoomLinkView.as_view(), name="say")]
