"""The form of a text at the desk: buttons, messages and addresses over ``editing.saving``."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from editing import contents, saving
from editing.admin import history, sharing, swap, take_back, working_copies
from editing.admin.posted import posted_text
from editing.saving import Action
from staff.admin_routes import Route, address
from writing.admin.editor import EditorAdmin


class ContentAdmin(EditorAdmin):
    """For what has a description in ``editing.contents``: versions, working copies, previews, review,
    and nobody writes over somebody."""

    change_form_template = "admin/editing/versioned_form.html"
    routes = [
        *EditorAdmin.routes,
        Route("working-copy/<int:pk>/", working_copies.working_copy, "working_copy"),
        Route("preview/<int:pk>/", sharing.preview, "preview"),
        Route("<int:pk>/versions/<int:number>/", history.version, "version"),
        Route("<int:pk>/versions/<int:number>/restore/", history.restore, "restore"),
        Route("<int:pk>/share/", sharing.share, "share"),
        Route("<int:pk>/review/", sharing.send_back, "review"),
        Route("<int:pk>/take-on/", sharing.take_on, "take_on"),
        Route("<int:pk>/swap/", swap.swap, "swap"),
        Route("<int:pk>/take-back/", take_back.take_back, "take_back"),
    ]

    class Media:
        css = {"all": ["css/desk/elsewhere.css"]}

    @property
    def content(self):
        return contents.of(self.model)

    def has_publish_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    # Rows.

    # One save at a time: whoever comes second waits, and is compared with what the first one stored.
    def get_object(self, request, object_id, from_field=None):
        if transaction.get_connection().in_atomic_block and request.method == "POST":
            if not str(object_id).isdecimal():
                return None
            rows = self.model._base_manager.select_for_update().filter(pk=object_id)
            list(rows.values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def readable(self, request, pk):
        obj = self.get_object(request, str(pk))
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def changeable(self, request, pk):
        obj = self.readable(request, pk)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        return obj

    def writable(self, request, pk):
        """The row of a form that somebody types into; None for 0, one that was never saved."""
        if pk == 0:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        obj = self.model._base_manager.filter(
            pk__in=self.get_queryset(request).values("pk"), pk=pk
        ).first()
        if obj is None:
            raise Http404
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        return obj

    # The form.

    def action(self, request, obj):
        """What the pressed button asks, as far as this person may."""
        may_publish = self.has_publish_permission(request, obj)
        is_for_later = request.method == "POST" and ("_keep" in request.POST or not may_publish)
        if not (is_for_later and obj and self.content.is_out(obj)):
            return Action.SAVE
        return Action.SAVE_FOR_LATER if may_publish else Action.ASK

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.action = self.action(request, obj)
        is_wording_only = "wording_only" in request.POST
        saving.prepare(
            self.content, form, obj, form.action, request.user, is_wording_only=is_wording_only
        )
        form.shown = self.shown_snapshot(request, obj) if request.method == "GET" else None
        return form

    def shown_snapshot(self, request, obj):
        """What to show in place of the row: what this person typed and did not save, or the next
        version. None: what the row holds."""
        copy = working_copies.own_copy(request, self.model, obj)
        if copy:
            return copy.data
        version = obj.next_version() if obj else None
        return self.content.shown(obj, version) if version else None

    def save_model(self, request, obj, form, change):
        name = posted_text(request, "version_name", 120)
        request.saved = saving.save(self.content, form, form.action, request.user, name=name)
        working_copies.drop(request, self.model, obj if change else None)

    def save_related(self, request, form, formsets, change):
        """Saved with the row: everything that belongs to a text is a field of its one form."""

    def response_add(self, request, obj, post_url_continue=None):
        return self.own_response(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.own_response(request, obj) or super().response_change(request, obj)

    def own_response(self, request, obj):
        # Beside another form, whichever button it was, that form goes on.
        return None if IS_POPUP_VAR in request.POST else self.response_to_action(request, obj)

    def response_to_action(self, request, obj):
        """Where another button than Save was pressed, or None."""
        saved = request.saved
        if saved.action is Action.SAVE and saved.had_next_text and self.content.is_read(obj):
            message = _("“%(title)s” is on the site with what had waited.")
            return self.stay(request, obj, message)
        if not (saved.action.is_for_later and obj.has_next_version):
            return None
        if saved.action is Action.ASK:
            return self.response_to_asking(request, obj)
        if saved.has_lost_time:
            message = _(
                "The time that was set was for the text before this one. Please set it again."
            )
            messages.warning(request, message)
        message = _(
            "“%(title)s” is saved for later. Visitors still read the text from before, until the "
            "changes are put on the site."
        )
        return self.stay(request, obj, message)

    def response_to_asking(self, request, obj):
        if not request.saved.is_waiting:
            return None
        if request.saved.has_lost_time:
            message = _(
                "A time was set for the text before this one. It is taken back: this one needs a yes of its own."
            )
            messages.warning(request, message)
        message = _(
            "“%(title)s” waits for a yes. Visitors still read the text from before, and you can go on "
            "changing this one."
        )
        return self.stay(request, obj, message)

    def stay(self, request, obj, message):
        messages.success(request, message % {"title": obj})
        return HttpResponseRedirect(address(obj, "change", obj.pk))

    # Pages.

    @method_decorator(csp_update({"frame-src": [SELF]}))
    def changeform_view(self, request, *args, **kwargs):
        # For the preview beside the form.
        return super().changeform_view(request, *args, **kwargs)

    def history_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        return history.versions(request, self, obj, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= self.form_context(request, obj, context["adminform"].form)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def form_context(self, request, obj, form):
        """What the page of the form shows besides its fields."""
        is_read = request.method == "GET"
        copy = working_copies.own_copy(request, self.model, obj) if is_read else None
        conflict = form.conflict
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return {
            "unsaved": copy,
            "conflict": conflict,
            "conflict_changes": self.conflict_changes(form, obj) if conflict else [],
            # After both texts were shown, saving again is a decision.
            "base_version": copy.base_version if copy else (obj.latest_version if obj else 0),
            "copy_revision": copy.revision if copy else 0,
            # Empty for those who only look.
            "autosave": working_copies.config(request, self.model, obj) if may else "",
            "may_publish": self.has_publish_permission(request, obj),
            "is_read": bool(obj and obj.has_next_version and self.is_shown_read(obj)),
            "may_take_back": bool(
                may and obj and obj.has_next_version and take_back.may(request, self, obj)
            ),
            **sharing.form_context(request, self, obj),
        }

    def is_shown_read(self, obj):
        """Whether visitors read this row now, as its form says it."""
        return self.content.is_read(obj)

    def conflict_changes(self, form, obj):
        theirs, mine = form.conflict.data, self.content.data_of_form(form, obj)
        return self.content.changes_between(theirs, mine)

    def page_context(self, request, obj):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": obj,
            "original": obj,
            "form_address": address(obj, "change", obj.pk),
        }
