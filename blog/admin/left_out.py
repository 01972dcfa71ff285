"""What could not come along when an article was started from a whole text, and pictures that were pasted into
one: said on its form, with the places, until somebody has seen to it."""

import json
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from blog.admin.desk import ArticleDesk
from blog.models import Article
from editing.admin.desk import StaffRequest
from staff.admin_routes import address
from writing.pasting.left_out import as_stored, checked, from_stored, said

# So many pastes of one visit are remembered.
MOST_PASTES, LONGEST_PASTE = 50, 5000


def form_context(article: Article | None) -> dict[str, Any]:
    return {"left_out": said(checked(article.left_out)) if article else []}


@require_POST
def seen_to(request: StaffRequest, model_admin: ArticleDesk, pk: int) -> HttpResponse:
    article = model_admin.changeable(request, pk)
    Article.objects.filter(pk=article.pk).update(left_out={})
    return HttpResponseRedirect(address(article, "change", article.pk))


def keep_pasted(request: StaffRequest, article: Article) -> None:
    """With a save: where pictures stood that were pasted since the one before."""
    pasted = request.POST.getlist("pictures_left_out")[:MOST_PASTES]
    found = [stored for text in pasted if (stored := pictures_in(text))]
    if not found:
        return
    left_out = from_stored(checked(article.left_out))
    for stored in found:
        left_out.take(from_stored(stored))
    article.left_out = as_stored(left_out)
    Article.objects.filter(pk=article.pk).update(left_out=article.left_out)


def pictures_in(text: str) -> dict[str, Any]:
    try:
        return checked({"picture": json.loads(text[:LONGEST_PASTE])})
    except (ValueError, RecursionError):
        return {}
