from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from pages import kept_practice


class PracticeMiddleware:
    """``request.practice``, and times in the practice's own zone.

    Views that need neither (files, health), or not before they have found something to show (articles,
    pages), are marked ``without_practice`` and cost no query.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.practice = SimpleLazyObject(kept_practice.current)
        with timezone.override(None):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "without_practice", False):
            timezone.activate(ZoneInfo(request.practice.time_zone))


def without_practice(view):
    view.without_practice = True
    return view
