from django.conf import settings
from django.http import HttpResponsePermanentRedirect

from editing.models import Redirect
from editing.models.redirects import location_of

NEVER = (settings.STATIC_URL, settings.MEDIA_URL, "/admin/")


class FollowOldAddresses:
    """Only where there is nothing else: a page that is there costs no look at the table."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        if request.path.startswith(NEVER):
            return response
        target = Redirect.objects.target_of(request.path)
        if not target:
            return response
        query = request.META.get("QUERY_STRING", "")
        joined = f"{location_of(target)}?{query}" if query else location_of(target)
        return HttpResponsePermanentRedirect(joined)
