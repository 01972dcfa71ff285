"""Under the admin's address: the key to the confidential room."""

from django.urls import path

from intake.room import forgetting_views, recovery_code_views, views

app_name = "room"
urlpatterns = [
    path("", views.RoomView.as_view(), name="show"),
    path("unlock/", views.UnlockView.as_view(), name="unlock"),
    path("lock/", views.LockView.as_view(), name="lock"),
    path("passphrase/", views.PassphraseView.as_view(), name="passphrase"),
    path("forgotten/", forgetting_views.ForgottenView.as_view(), name="forgotten"),
    path("forgotten/<uuid:pk>/stop/", forgetting_views.StopView.as_view(), name="stop"),
    path("forgotten/<uuid:pk>/yes/", forgetting_views.SayYesView.as_view(), name="say_yes"),
    path("let-in/<uuid:pk>/", views.LetInView.as_view(), name="let_in"),
    path("take-out/<uuid:pk>/", views.TakeOutView.as_view(), name="take_out"),
    path(
        "sheet/<str:label>/",
        recovery_code_views.MakeRecoveryCodeView.as_view(),
        name="recovery_code",
    ),
    path("sheet/<str:label>/code/", recovery_code_views.CodeView.as_view(), name="code"),
    path("sheet/<str:label>/prove/", recovery_code_views.ProveView.as_view(), name="prove"),
    path(
        "sheet/<str:label>/use/",
        recovery_code_views.UseRecoveryCodeView.as_view(),
        name="use_recovery_code",
    ),
    path(
        "sheet/<str:label>/out/",
        recovery_code_views.TakeRecoveryCodeOutView.as_view(),
        name="recovery_code_out",
    ),
    path("sheet/<str:label>/kept/", recovery_code_views.KeeperView.as_view(), name="keeper"),
]
