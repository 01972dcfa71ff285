"""Who wrote an article, in one quiet line of its form: a face and a name for each."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from blog.models import Article
from pictures.admin.library import may_write
from pictures.thumbnails import smallest, thumbnail
from team.models import Therapist


class Author(NamedTuple):
    """``key`` of a therapist, as text; "" for a name that is nobody's profile."""

    key: str
    words: str


class Chip(NamedTuple):
    face: SafeString
    words: str


def chips(rows: Iterable[dict[str, Any]], form: BaseForm, article: Article | None) -> list[Chip]:
    if "bylines" not in form.fields:
        return [Chip(SafeString(), article.byline_text)] if article else []
    authors = list(authors_in(rows, form))
    faces = faces_of({author.key for author in authors if author.key})
    return [Chip(thumbnail(faces.get(a.key), "4:5", "face"), a.words) for a in authors]


def authors_in(rows: Iterable[dict[str, Any]], form: BaseForm) -> Iterator[Author]:
    people: Any = form.fields["bylines"].columns["therapist"]  # type: ignore[attr-defined]
    names = {str(getattr(key, "value", key)): str(label) for key, label in people.choices}
    for row in rows:
        person = row.get("therapist")
        key = str(getattr(person, "pk", person) or "")
        name = names.get(key, "") if key else (row.get("name") or "").strip()
        if name:
            words = ", ".join(filter(None, [name, (row.get("title") or "").strip()]))
            yield Author(key, words)


def faces_of(keys: set[str]) -> dict[str, Any]:
    """Asks nothing where nobody of the team wrote it. What was sent need not be a number."""
    numbers = [key for key in keys if key.isdecimal() and len(key) < 18]
    if not numbers:
        return {}
    people = Therapist.objects.filter(pk__in=numbers).select_related("photo")
    return {str(person.pk): person.photo for person in people}


@require_safe
def face(request: HttpRequest, model_admin: ModelAdmin, pk: int) -> HttpResponseRedirect:
    """Where the face of somebody is who is chosen while the form is open."""
    if not may_write(request, model_admin):
        raise PermissionDenied
    person = Therapist.objects.filter(pk=pk).select_related("photo").first()
    if person is None or person.photo is None:
        raise Http404
    return HttpResponseRedirect(smallest(person.photo, "4:5").url)
