from http import HTTPStatus
from zoneinfo import ZoneInfo

from django.http import Http404
from django.utils import timezone

from editing.swapping import SwapsWhenDue


class GoneWhenWithdrawn(SwapsWhenDue):
    """For the public view of something ``Publishable``: what was public once and is not any more
    answers 410, with somewhere to go on. Drafts were never there: 404.

    Its queryset holds whatever has an address, and is read once. The view is marked
    ``without_practice``: where nothing is to be seen, nobody asks for the practice.
    """

    gone_template = ""

    def find(self, queryset):
        row = super().find(queryset)
        if not (row.is_published or is_gone(row)):
            raise Http404
        timezone.activate(ZoneInfo(self.request.practice.time_zone))
        return row

    def is_shown(self, row):
        return row.is_published

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.object.is_published:
            return self.render_to_response(self.get_context_data(object=self.object))
        self.template_name = self.gone_template
        context = self.get_context_data(object=self.object, head=None)
        response = self.render_to_response(context, status=HTTPStatus.GONE)
        response["X-Robots-Tag"] = "noindex"
        return response


def is_gone(row):
    return row.was_public and row.status() in ("withdrawn", "trashed")
