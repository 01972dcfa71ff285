"""Choosing pictures in admin forms, and the library they are chosen from.

The library asks for the permissions of pictures. Whoever may write here without them keeps the picture
that is there, or takes it out.
"""

from functools import wraps
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Field, ForeignKey, Model, Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from pictures.fields import PictureField, PictureSelect, name_of
from pictures.forms import ImageForm
from pictures.models import Image
from staff.admin_routes import Route, address
from staff.uploads import View, takes_files

PICTURES_ON_A_PAGE = 24


def is_relation_to_picture(db_field: Field) -> bool:
    return isinstance(db_field, ForeignKey) and db_field.remote_field.model is Image


def chooser(
    model: type[Model], db_field: Any, request: HttpRequest, **kwargs: object
) -> PictureField:
    """A form field for a relation to a picture.

    Without the stock wrapper: its four small icons are what the chooser says in words."""
    fixed = {
        "form_class": PictureField,
        "queryset": Image.objects.all() if may_look(request) else Image.objects.none(),
        "widget": PictureSelect(addresses=chooser_addresses(model, request)),
    }
    return db_field.formfield(**fixed | kwargs)


def keep_to_own_pictures(form: type[Form], row: Model | None, request: HttpRequest) -> None:
    """For whoever may not look around: choices are what this row shows already."""
    if row is None or may_look(request):
        return
    for name, field in form.base_fields.items():
        if isinstance(field, PictureField):
            field.queryset = Image.objects.filter(pk=getattr(row, f"{name}_id"))


def library_addresses(model: type[Model]) -> dict[str, str]:
    """``pictures``, with a number and a slash behind it, is also the address of one picture."""
    return {name: address(model, f"library_{name}") for name in ("pictures", "add")}


def chooser_addresses(model: type[Model], request: HttpRequest) -> dict[str, str]:
    addresses = library_addresses(model)
    if not request.user.has_perm("pictures.add_image"):
        del addresses["add"]
    if may_look(request):
        addresses["library"] = address(Image, "changelist")
    if request.user.has_perm("pictures.change_image"):
        addresses["edit"] = address(Image, "change", "PICTURE")
    return addresses


def may_write(request: HttpRequest, model_admin: ModelAdmin) -> bool:
    return model_admin.has_add_permission(request) or model_admin.has_change_permission(request)


def for_writers(view: View) -> View:
    """Only for staff who may write here."""

    @wraps(view)
    def checked(request: HttpRequest, model_admin: ModelAdmin, **kwargs: object) -> HttpResponse:
        if not may_write(request, model_admin):
            raise PermissionDenied
        return view(request, model_admin, **kwargs)

    return checked


@for_writers
@require_safe
def pictures(request: HttpRequest, model_admin: ModelAdmin) -> JsonResponse:
    require_permission(request, "pictures.view_image")
    found = Image.objects.all()
    for word in request.GET.get("q", "").replace("\x00", "")[:200].split()[:8]:
        found = found.filter(Q(alt__icontains=word) | Q(credit__icontains=word))
    page = Paginator(found, PICTURES_ON_A_PAGE).get_page(request.GET.get("page"))
    more = page.next_page_number() if page.has_next() else None
    return JsonResponse({"pictures": [described(image) for image in page], "more": more})


@for_writers
@require_safe
def picture(request: HttpRequest, model_admin: ModelAdmin, pk: int) -> JsonResponse:
    # Whoever writes the text sees the pictures that are in it.
    image = Image.objects.filter(pk=pk).first()
    if not image:
        return JsonResponse({}, status=404)
    return JsonResponse(described(image))


@takes_files(may_write, "pictures.add_image")
@for_writers
@require_POST
def add_picture(request: HttpRequest, model_admin: ModelAdmin) -> JsonResponse:
    require_permission(request, "pictures.add_image")
    middle = {"focal_x": "0.5", "focal_y": "0.5"}
    form = ImageForm({**request.POST.dict(), **middle}, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    return JsonResponse(described(form.save()) | {"remarks": [str(one) for one in form.remarks]})


ROUTES = [
    Route("pictures/", pictures, "library_pictures"),
    Route("pictures/add/", add_picture, "library_add"),
    Route("pictures/<int:pk>/", picture, "library_picture"),
]


def may_look(request: HttpRequest) -> bool:
    return request.user.has_perm("pictures.view_image")


def require_permission(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


def described(image: Image) -> dict[str, int | str]:
    shown = image.picture()
    size = {"width": shown.width, "height": shown.height}
    texts = {"alt": image.alt, "credit": image.credit, "name": name_of(image)}
    return {"id": image.pk, "src": shown.src, **texts, **size}
