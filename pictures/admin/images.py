from django.contrib import admin, messages
from django.db.models import ProtectedError
from django.forms import Script
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pictures.admin.lacks import LackFilter
from pictures.admin.wall import Wall
from pictures.forms import ImageForm
from pictures.models import Image
from pictures.refusals import MESSAGES
from pictures.remarks import LONG_SIDE, MOVES, SHORT_SIDE, SMALL
from pictures.where_used import usages_of
from staff.admin_routes import address

CROPS = [
    ("4:5", _("Portraits")),
    ("16:10", _("Large pictures and cards")),
]


@admin.register(Image)
class ImageAdmin(admin.ModelAdmin):
    form = ImageForm
    fieldsets = [
        (None, {"fields": ["upload", "is_decorative", "alt", "credit"]}),
        (
            _("What must stay in view"),
            {"fields": ["preview", "focal_x", "focal_y"]},
        ),
    ]
    # What stands there for those who may look and not change.
    seen_fieldsets = [(None, {"fields": ["as_it_is", "alt", "credit"]})]
    readonly_fields = ["preview", "as_it_is"]
    search_fields = ["alt", "credit"]
    list_filter = [LackFilter]
    list_per_page = 48
    # Pictures are deleted one at a time, on their own page, which says where each is used.
    actions = None

    class Media:
        css = {"all": ["css/desk/images.css"]}
        js = [Script("js/focal-point.js", type="module"), Script("js/working.js", type="module")]

    def get_changelist(self, request, **kwargs):
        return Wall

    def changelist_view(self, request, extra_context=None):
        # What a script says of a file before it is sent; the same is said when it has come.
        bring = {
            "long": LONG_SIDE,
            "short": SHORT_SIDE,
            "small": SMALL,
            "moves": MOVES,
            "heic": MESSAGES["heic"],
            "accept": ImageForm.base_fields["upload"].widget.attrs["accept"],
        }
        return super().changelist_view(request, {"bring": bring, **(extra_context or {})})

    def get_fieldsets(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return self.seen_fieldsets
        return super().get_fieldsets(request, obj)

    @admin.display(description=_("picture"))
    def as_it_is(self, image):
        return render_to_string("admin/pictures/image/as_it_is.html", {"image": image})

    @admin.display(description=_("preview"))
    def preview(self, image):
        context = {"image": image if image and image.file else None, "crops": CROPS}
        return render_to_string("admin/pictures/image/preview.html", context)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        for remark in form.remarks:
            messages.warning(request, remark)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        # The stock view opens a transaction first. On SQLite every other writer, an inquiry among
        # them, would then wait for seconds while sizes are made. Image.save() has its own.
        return self._changeform_view(request, object_id, form_url, extra_context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        image = self.get_object(request, object_id)
        context = dict(extra_context or {})
        if image:
            usages = [self.describe(request, usage) for usage in usages_of(image)]
            context |= {"usages": usages, "show_delete": not usages}
        return super().change_view(request, object_id, form_url, context)

    def describe(self, request, usage):
        """``name``, ``kind`` and ``url`` of a usage; no address where this person may not look."""
        row, model_admin = usage.row, self.admin_site._registry.get(type(usage.row))
        # Even the title of somebody's draft is nobody else's business.
        name, url = capfirst(row._meta.verbose_name), ""
        if model_admin and model_admin.has_view_or_change_permission(request, row):
            url = address(row, "change", row.pk)
            name = str(row)
        kind = f"{capfirst(row._meta.verbose_name)}, {usage.field.verbose_name}"
        return {"name": name, "kind": kind, "url": url}

    def delete_view(self, request, object_id, extra_context=None):
        image = self.get_object(request, object_id)
        if image and self.has_delete_permission(request, image):
            if usages := usages_of(image):
                return self.refuse_deletion(request, image, usages)
            try:
                return super().delete_view(request, object_id, extra_context)
            except ProtectedError:
                return self.refuse_deletion(request, image, usages_of(image))
        return super().delete_view(request, object_id, extra_context)

    def refuse_deletion(self, request, image, usages):
        message = format_html(
            _("This picture is still shown in “{}”. Take it out there first, then delete it."),
            "”, “".join(str(usage.row) for usage in usages[:5]),
        )
        self.message_user(request, message, messages.ERROR)
        return HttpResponseRedirect(address(image, "change", image.pk))
