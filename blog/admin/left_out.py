"""What could not come along when an article was started from a whole text: said on its form until
somebody has seen to it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from blog.admin.desk import ArticleDesk
from blog.models import Article
from editing.admin.desk import StaffRequest
from staff.admin_routes import address
from writing.pasting.left_out import checked, said


def form_context(article: Article | None) -> dict[str, Any]:
    return {"left_out": said(checked(article.left_out)) if article else []}


@require_POST
def seen_to(request: StaffRequest, model_admin: ArticleDesk, pk: int) -> HttpResponse:
    article = model_admin.changeable(request, pk)
    Article.objects.filter(pk=article.pk).update(left_out={})
    return HttpResponseRedirect(address(article, "change", article.pk))
