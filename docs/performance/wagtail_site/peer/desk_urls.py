from django.conf import settings
from django.urls import path
from django.views.static import serve

from peer.urls import urlpatterns as of_the_site

urlpatterns = [
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
    *of_the_site,
]
