"""Two pages about all legal notices: what stood on a day, and the switch for practices outside the United States."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from pages.models import LegalNotice
from pages.models.notice_text import stood_on
from pages.notices import american_set
from staff.admin_routes import address
from staff.desk_fields import DayInput


class DayForm(forms.Form):
    on = forms.DateField(label=_("On which day?"), widget=DayInput)

    def clean_on(self):
        if self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return self.cleaned_data["on"]


@require_safe
def stood(request, model_admin):
    """What visitors were shown as legal notices on a day, text for text."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    form = DayForm(request.GET or None, initial={"on": timezone.localdate()}, label_suffix="")
    found = None
    if form.is_valid():
        day = form.cleaned_data["on"]
        notices = LegalNotice.objects.prefetch_related("texts")
        found = [(notice, stood_on(notice.texts.all(), day)) for notice in notices]
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("What stood on a day"),
        "opts": model_admin.opts,
        "form": form,
        "found": found,
        "day": form.cleaned_data.get("on") if form.is_bound else None,
    }
    return TemplateResponse(request, "admin/pages/legalnotice/stood.html", context)


class ElsewhereForm(forms.Form):
    decided_by = forms.CharField(label=_("Who says so"), max_length=120)
    # What the page that was pressed offered: in a second window it may be so already.
    wish = forms.ChoiceField(choices=[("off", ""), ("on", "")], widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def elsewhere(request, model_admin):
    """None of the notices that rules of the United States ask for, or all of them again."""
    if not model_admin.has_change_permission(request):
        raise PermissionDenied
    name = request.user.get_full_name() or str(request.user)
    is_off = american_set.is_off()
    initial = {"decided_by": name, "wish": "on" if is_off else "off"}
    form = ElsewhereForm(request.POST or None, initial=initial, label_suffix="")
    if request.method == "POST" and form.is_valid():
        wants_off = form.cleaned_data["wish"] == "off"
        if wants_off != is_off:
            with transaction.atomic():
                american_set.turn(wants_off, form.cleaned_data["decided_by"])
        messages.success(
            request,
            _("The notices of the United States are off.")
            if wants_off
            else _("The notices of the United States are decided one by one."),
        )
        return HttpResponseRedirect(address(LegalNotice, "changelist"))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Outside the United States"),
        "opts": model_admin.opts,
        "form": form,
        "is_off": is_off,
        "notices": american_set.notices(),
    }
    return TemplateResponse(request, "admin/pages/legalnotice/elsewhere.html", context)
