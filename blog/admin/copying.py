"""A new draft with the text of an article, to start from."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from blog.admin.desk import ArticleDesk
from editing.admin.desk import StaffRequest
from staff.admin_routes import address


@require_POST
def copy(request: StaffRequest, model_admin: ArticleDesk, pk: int) -> HttpResponse:
    """With the text as it was saved last, for those who may add articles."""
    article = model_admin.readable(request, pk)
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    draft = article.copy_as_draft(request.user)
    model_admin.log_addition(request, draft, [{"added": {}}])
    message = _("This is a new draft with the text of “%(title)s”. Give it a title of its own.")
    messages.success(request, message % {"title": article})
    return HttpResponseRedirect(address(draft, "change", draft.pk))
