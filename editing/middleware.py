from django.http import HttpResponsePermanentRedirect

from editing.models import Redirect
from editing.models.redirects import NEVER, location_of


class FollowOldAddresses:
    """Only where there is nothing to read: a page that is there costs no look at the table."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # Gone counts too: for what was withdrawn, staff may have said where to read on.
        if response.status_code not in (404, 410) or request.method not in ("GET", "HEAD"):
            return response
        if request.path.startswith(NEVER):
            return response
        target = Redirect.objects.target_of(request.path)
        if not target:
            return response
        return HttpResponsePermanentRedirect(
            location_of(target, request.META.get("QUERY_STRING", ""))
        )
