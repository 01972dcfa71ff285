"""Setting the time at which the next text takes the place of the one on the site."""

from functools import partial

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing import versioning
from editing.previews import form_of


class SwapMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(transaction.atomic(self.swap_view)))
        name = f"{self.opts.app_label}_{self.opts.model_name}_swap"
        return [path("<int:pk>/swap/", view, name=name), *super().get_urls()]

    def swap_view(self, request, pk):
        obj = self.readable(request, pk)
        if not self.has_publish_permission(request, obj):
            raise PermissionDenied
        try:
            obj.swap_at = None if "cancel" in request.POST else self.swap_time(request, obj)
        except ValidationError as error:
            for words in error.messages:
                messages.error(request, words)
        else:
            obj.save_versions()
            messages.success(request, self.words_on_swap(obj))
        return HttpResponseRedirect(self.form_address(obj))

    def swap_time(self, request, obj):
        parts = [request.POST.get("swap_at_0", ""), request.POST.get("swap_at_1", "")]
        when = forms.SplitDateTimeField().clean(parts)
        if when <= timezone.now():
            raise ValidationError(_("That time has passed. Choose one to come."))
        version = obj.next_version()
        if version is None or not self.content.is_out(obj):
            raise ValidationError(_("There is no next text to put on the site."))
        form = form_of(version, self.model._base_manager.get(pk=obj.pk), self.content.version_form)
        form.is_going_out = form.is_for_later = True
        form.gate = partial(self.gate, request, obj)
        if not form.is_valid():
            raise ValidationError(list(versioning.errors_of(form)))
        self.keep_own_yes(request, form, version)
        return when

    def words_on_swap(self, obj):
        if obj.swap_at is None:
            return _("The time is taken back. The next text waits until somebody publishes it.")
        when = date_format(timezone.localtime(obj.swap_at), "DATETIME_FORMAT")
        return _("The next text goes on the site: %(when)s") % {"when": when}
