"""What pages of the desk ask of the request and of the admin class that they belong to."""

from typing import Any, Protocol

from django.contrib.admin import AdminSite
from django.db.models import Model
from django.db.models.options import Options
from django.http import HttpRequest

from editing.contents import Content, PublishableContent
from editing.models import Editable
from editing.models.publishing import PublishableQuerySet
from staff.models import User


class StaffRequest(HttpRequest):
    """Of somebody who is signed in, as every request of the desk is."""

    user: User


class Desk(Protocol):
    """A ``ContentAdmin``."""

    model: type[Editable]
    opts: Options
    admin_site: AdminSite

    @property
    def content(self) -> Content: ...

    def readable(self, request: HttpRequest, pk: int) -> Editable: ...

    def changeable(self, request: HttpRequest, pk: int) -> Editable: ...

    def writable(self, request: HttpRequest, pk: int) -> Editable | None: ...

    def has_add_permission(self, request: HttpRequest) -> bool: ...

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool: ...

    def has_publish_permission(self, request: HttpRequest, obj: Model | None = None) -> bool: ...

    def page_context(self, request: HttpRequest, obj: Model) -> dict[str, Any]: ...

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any: ...

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any: ...


class PublishingDesk(Desk, Protocol):
    """A ``PublishableAdmin``."""

    @property
    def content(self) -> PublishableContent: ...

    def has_module_permission(self, request: HttpRequest) -> bool: ...

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool: ...

    def visible_rows(self, request: HttpRequest) -> PublishableQuerySet: ...
