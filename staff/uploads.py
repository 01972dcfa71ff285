"""Which views take files, and what somebody needs who sends one.

A view says so itself. Whoever reads requests asks before anything large is read.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

View = Callable[..., Any]


def takes_files(*permissions: str | Callable[..., bool]) -> Callable[[View], View]:
    """For a view: files may come from whoever has all of these, names of permissions or functions of a request."""

    def marked(view: View) -> View:
        vars(view)["permissions_for_files"] = permissions
        return view

    return marked


def takes_files_from(view: View, request: HttpRequest) -> bool:
    """Whether ``view`` takes files from whoever sent ``request``."""
    permissions = getattr(view, "permissions_for_files", None)
    if permissions is not None:
        return all(
            asked(request) if callable(asked) else request.user.has_perm(asked)
            for asked in permissions
        )
    return stock_form_takes_files(view, request)


def stock_form_takes_files(view: View, request: HttpRequest) -> bool:
    """The admin's own pages for adding and changing, where the model's form has a file field."""
    model_admin = getattr(view, "model_admin", None)
    if not model_admin or not any(
        field.widget.needs_multipart_form for field in model_admin.form.base_fields.values()
    ):
        return False
    match = request.resolver_match
    name = str(match and match.url_name).rpartition("_")[2]
    if name == "add":
        return model_admin.has_add_permission(request)
    return name == "change" and model_admin.has_change_permission(request)
