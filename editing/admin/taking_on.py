"""A yes that came by a link somebody had in their hands: somebody else stands for it by name."""

from enum import Enum

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from editing.admin.working_copies import number
from editing.models import ReviewStep


class Taker(Enum):
    """Who somebody is to a yes that waits."""

    CANNOT_PUBLISH = "cannot publish"
    MADE_LINK = "made the link"
    WROTE_TEXT = "wrote, began or saved the text"
    THEMSELF = "is the one who is said to have said yes"
    OTHER = "somebody else who may publish"


MAY_STAND_FOR = {
    Taker.CANNOT_PUBLISH: False,
    Taker.MADE_LINK: False,
    Taker.WROTE_TEXT: False,
    Taker.THEMSELF: True,
    Taker.OTHER: True,
}


class TakingOnMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(transaction.atomic(self.take_on_view)))
        name = f"{self.opts.app_label}_{self.opts.model_name}_take_on"
        return [path("<int:pk>/take-on/", view, name=name), *super().get_urls()]

    def taker(self, request, obj, step):
        user = request.user
        if not self.has_publish_permission(request, obj):
            return Taker.CANNOT_PUBLISH
        if self.content.key_of(user) == step.person_key:
            return Taker.THEMSELF
        if step.link and step.link.created_by_id == user.pk:
            return Taker.MADE_LINK
        makers = {getattr(obj, "created_by_id", None), step.version.made_by_id}
        if user.pk in makers or self.content.is_about(user, obj):
            return Taker.WROTE_TEXT
        return Taker.OTHER

    def may_stand_for(self, request, obj, step):
        return step.waits_for_taker and MAY_STAND_FOR[self.taker(request, obj, step)]

    def take_on_view(self, request, pk):
        obj = self.readable(request, pk)
        steps = ReviewStep.objects.of(obj).select_related("version", "link")
        step = get_object_or_404(steps, pk=number(request.POST.get("step")))
        if not step.waits_for_taker:
            messages.info(request, _("Somebody stands for it already."))
        elif not MAY_STAND_FOR[self.taker(request, obj, step)]:
            raise PermissionDenied
        else:
            kind = ReviewStep.Kind.TAKEN_ON
            self.add_step(request, step.version, kind, about=step)
            messages.success(
                request, _("You stand for %(name)s’s yes. It counts now.") % {"name": step.person}
            )
        stem = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return HttpResponseRedirect(reverse(f"{stem}_share", args=[obj.pk]))
