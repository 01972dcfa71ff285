from django.urls import path

from team.confirming.still_views import StillRoomView
from team.confirming.views import RoomLinkView

app_name = "openings"
urlpatterns = [
    path("still/<str:token>/", StillRoomView.as_view(), name="still"),
    path("<str:token>/", RoomLinkView.as_view(), name="say"),
]
