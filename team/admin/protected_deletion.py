from django.contrib import messages
from django.http import HttpResponseRedirect

from staff.admin_routes import address


class ProtectedDeletionMixin:
    """Says in words why something in use is not deleted, and what to do instead."""

    in_use_message = ""
    # One at a time, so that the words can be said.
    actions = None

    def delete_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row and self.has_delete_permission(request, row):
            *_rest, protected = self.get_deleted_objects([row], request)
            if protected:
                messages.error(request, self.in_use_message)
                return HttpResponseRedirect(address(row, "change", row.pk))
        return super().delete_view(request, object_id, extra_context)
