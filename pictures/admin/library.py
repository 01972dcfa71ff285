"""Choosing pictures in admin forms, and the library they are chosen from."""

from functools import partial, wraps

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import ForeignKey, Q
from django.http import JsonResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from pictures.fields import PictureField, PictureSelect, name_of
from pictures.forms import ImageForm
from pictures.models import Image
from staff.uploads import takes_files

PICTURES_ON_A_PAGE = 24


class PictureAdminMixin:
    """For every ``ModelAdmin`` whose rows show pictures: a chooser for each relation to one.

    The library asks for the permissions of pictures. Whoever may write here without them keeps the
    picture that is there, or takes it out.
    """

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if not isinstance(db_field, ForeignKey) or db_field.remote_field.model is not Image:
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        # Without the stock wrapper: its four small icons are what the chooser says in words.
        chooser = {
            "form_class": PictureField,
            "queryset": Image.objects.all() if may_look(request) else Image.objects.none(),
            "widget": PictureSelect(addresses=self.chooser_addresses(request)),
        }
        return db_field.formfield(**chooser | kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj and not may_look(request):
            for name, field in form.base_fields.items():
                if isinstance(field, PictureField):
                    field.queryset = Image.objects.filter(pk=getattr(obj, f"{name}_id"))
        return form

    def get_urls(self):
        view = partial(for_writers, self)
        return [
            path("pictures/", view(self.pictures_view), name=self.library_name("pictures")),
            path("pictures/add/", view(self.picture_add_view), name=self.library_name("add")),
            path("pictures/<int:pk>/", view(self.picture_view), name=self.library_name("picture")),
            *super().get_urls(),
        ]

    def library_name(self, what):
        return f"{self.opts.app_label}_{self.opts.model_name}_library_{what}"

    def library_addresses(self):
        """``pictures``, with a number and a slash behind it, is also the address of one picture."""
        site = self.admin_site.name
        return {name: reverse(f"{site}:{self.library_name(name)}") for name in ("pictures", "add")}

    def chooser_addresses(self, request):
        addresses, site = self.library_addresses(), self.admin_site.name
        if not request.user.has_perm("pictures.add_image"):
            del addresses["add"]
        if may_look(request):
            addresses["library"] = reverse(f"{site}:pictures_image_changelist")
        if request.user.has_perm("pictures.change_image"):
            addresses["edit"] = reverse(f"{site}:pictures_image_change", args=["PICTURE"])
        return addresses

    def may_write(self, request):
        return self.has_add_permission(request) or self.has_change_permission(request)

    @method_decorator(require_safe)
    def pictures_view(self, request):
        require_permission(request, "pictures.view_image")
        found = Image.objects.all()
        for word in request.GET.get("q", "").replace("\x00", "")[:200].split()[:8]:
            found = found.filter(Q(alt__icontains=word) | Q(credit__icontains=word))
        page = Paginator(found, PICTURES_ON_A_PAGE).get_page(request.GET.get("page"))
        more = page.next_page_number() if page.has_next() else None
        return JsonResponse({"pictures": [described(image) for image in page], "more": more})

    @method_decorator(require_safe)
    def picture_view(self, request, pk):
        # Whoever writes the text sees the pictures that are in it.
        image = Image.objects.filter(pk=pk).first()
        if not image:
            return JsonResponse({}, status=404)
        return JsonResponse(described(image))

    @takes_files("pictures.add_image")
    @method_decorator(require_POST)
    def picture_add_view(self, request):
        require_permission(request, "pictures.add_image")
        middle = {"focal_x": "0.5", "focal_y": "0.5"}
        form = ImageForm({**request.POST.dict(), **middle}, request.FILES)
        if not form.is_valid():
            return JsonResponse({"errors": form.errors}, status=400)
        return JsonResponse(described(form.save()))


def for_writers(model_admin, view):
    """Only for staff who may write here, inside the admin's own sign-in and CSRF checks."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if not model_admin.may_write(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    if hasattr(view, "permissions_for_files"):
        checked = takes_files(model_admin.may_write, *view.permissions_for_files)(checked)
    return model_admin.admin_site.admin_view(checked)


def may_look(request):
    return request.user.has_perm("pictures.view_image")


def require_permission(request, permission):
    if not request.user.has_perm(permission):
        raise PermissionDenied


def described(image):
    shown = image.picture()
    size = {"width": shown.width, "height": shown.height}
    words = {"alt": image.alt, "credit": image.credit, "name": name_of(image)}
    return {"id": image.pk, "src": shown.src, **words, **size}
