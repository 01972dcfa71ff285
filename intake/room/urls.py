"""Under the admin's address: the key to the confidential room."""

from django.urls import path

from intake.room import sheet_views, views

app_name = "room"
urlpatterns = [
    path("", views.RoomView.as_view(), name="show"),
    path("unlock/", views.UnlockView.as_view(), name="unlock"),
    path("lock/", views.LockView.as_view(), name="lock"),
    path("passphrase/", views.PassphraseView.as_view(), name="passphrase"),
    path("let-in/<uuid:pk>/", views.LetInView.as_view(), name="let_in"),
    path("take-out/<uuid:pk>/", views.TakeOutView.as_view(), name="take_out"),
    path("sheet/<str:letter>/", sheet_views.SheetView.as_view(), name="sheet"),
    path("sheet/<str:letter>/prove/", sheet_views.ProveView.as_view(), name="prove"),
    path("sheet/<str:letter>/use/", sheet_views.UseSheetView.as_view(), name="use_sheet"),
]
