"""Pages that a ``ModelAdmin`` has besides Django's own, and the addresses of all of them.

An admin class lists its pages in ``routes``. A page is a function of the request, the admin it belongs
to and what its path holds, so that it can be read, decorated and moved like any other view.
"""

from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Any, NamedTuple

from django.db.models.options import Options
from django.urls import URLPattern, path, reverse


class Route(NamedTuple):
    """``view(request, model_admin, **from_path)``. ``name`` is what ``address`` is asked for."""

    path: str
    view: Callable
    name: str


def urls_of(model_admin: Any) -> list[URLPattern]:
    """URL patterns of its ``routes``, each inside the admin's own sign-in and CSRF checks."""
    return [
        path(
            route.path,
            model_admin.admin_site.admin_view(bound(route.view, model_admin)),
            name=url_name(model_admin.opts, route.name),
        )
        for route in model_admin.routes
    ]


def bound(view: Callable, model_admin: object) -> Callable:
    """The view for this admin; whoever may send it files is asked of this admin as well."""
    own: Any = update_wrapper(partial(view, model_admin=model_admin), view)
    permissions = getattr(view, "permissions_for_files", None)
    if permissions is not None:
        own.permissions_for_files = tuple(
            partial(asked, model_admin=model_admin) if callable(asked) else asked
            for asked in permissions
        )
    return own


def url_name(opts: Options, page: str) -> str:
    return f"{opts.app_label}_{opts.model_name}_{page}"


def address(row_or_model: Any, page: str, *args: Any) -> str:
    """Of an admin page of this model: ``address(article, "change", article.pk)``."""
    return reverse(f"admin:{url_name(row_or_model._meta, page)}", args=args)
