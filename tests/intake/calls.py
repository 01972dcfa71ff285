"""People to be called, and the sheet of a day’s calls."""

from django.utils import timezone

from tests import factories
from tests.intake.coordinators import text_of

CALLS = "/admin/intake/inquiry/call-sheet/"


def to_call(said=None, **fields):
    """``said``: what they told beside the number."""
    told = {"name": "Rowan Quill", "route": "call", "email": "", "phone": "(555) 010-0123"}
    told |= {"topics": ["Trauma"], "message": "The stairs."}
    content = factories.make_content(**told | (said or {}))
    return factories.make_inquiry(content, **{"next_on": timezone.localdate(), **fields})


def main_of(response):
    return text_of(response).split('id="content-main"')[1]
