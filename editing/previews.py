"""A version of a text as visitors would see it, although it is not on the site."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from editing import snapshots
from editing.contents import Content
from editing.forms import VersionedForm
from editing.models import Editable, Version
from editing.versioning import errors_of


class CannotBeShown(Exception):
    """The form refuses this text; ``sentences`` say why."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


@contextmanager
def as_if_saved(form: VersionedForm) -> Iterator[Editable]:
    """The row as the form would leave it, inside a transaction that is always taken back: so every
    template and query sees what it will see, rows and relations included."""
    try:
        with transaction.atomic():
            if not form.is_valid():
                raise CannotBeShown(list(errors_of(form)))
            row = form.save()
            row.show_as_published()
            yield row
            transaction.set_rollback(True)
    except ValidationError as error:
        raise CannotBeShown(error.messages) from error


def form_of(
    version: Version, row: Editable, make_form: Callable[..., VersionedForm]
) -> VersionedForm:
    return make_form(data=snapshots.as_query(version.data), instance=row)


def show_version(
    content: Content,
    request: HttpRequest,
    row: Editable,
    version: Version,
    context: Mapping[str, Any],
    template: str | None = None,
) -> HttpResponse:
    """The public page of ``row`` with the text of ``version``. Raises ``CannotBeShown``."""
    return show(content, request, form_of(version, row, content.version_form), context, template)


def show(
    content: Content,
    request: HttpRequest,
    form: VersionedForm,
    context: Mapping[str, Any],
    template: str | None = None,
) -> HttpResponse:
    """The public page as it would be with what the form holds. ``template``: one that is around that page.
    Raises ``CannotBeShown``."""
    with as_if_saved(form) as row:
        view = content.detail_view()
        if template:
            view.template_name = template
        view.setup(request)
        view.object = row
        response = view.render_to_response(view.get_context_data(object=row, **context))
        return response.render()
