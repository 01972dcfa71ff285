"""Asking on the form of an article who wrote it, and taking the answer."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from blog.admin.desk import ArticleDesk
from blog.authorship import Team
from blog.models import Article
from blog.who_wrote import (
    MAY_ANSWER,
    answerer,
    keep_answer,
    open_questions,
    sentence_on_answer,
)
from editing.admin.desk import StaffRequest
from staff.admin_routes import address
from staff.models import User


def form_context(user: User, article: Article | None) -> dict[str, Any]:
    if article is None:
        return {}
    team = Team.of(article)
    return {
        "who_questions": [
            (question, MAY_ANSWER[answerer(user, question, team)])
            for question in open_questions(team, article.newest_version())
        ],
        "who_answers": [row for row in team.answers if row.article_id == article.pk],
        "who_address": address(article, "who", article.pk),
    }


@require_POST
@transaction.atomic
def answer(request: StaffRequest, model_admin: ArticleDesk, pk: int) -> HttpResponse:
    article = model_admin.readable(request, pk)
    token, _colon, chosen = request.POST.get("answer", "").partition(":")
    team = Team(article)
    found = open_questions(team, article.newest_version())
    question = {question.token: question for question in found}.get(token)
    if question is None:
        messages.info(request, _("This has been answered meanwhile."))
        return HttpResponseRedirect(address(article, "change", pk))
    if not MAY_ANSWER[answerer(request.user, question, team)]:
        raise PermissionDenied
    person = next((asked for asked in question.people if str(asked.pk) == chosen), None)
    if person is None and chosen != "nobody":
        raise PermissionDenied
    if not keep_answer(article, question, person, request.user):
        messages.warning(request, _("The byline changes with the next save of this text."))
    sentence = sentence_on_answer(question, person)
    model_admin.log_change(request, article, sentence)
    messages.success(request, sentence)
    return HttpResponseRedirect(address(article, "change", pk))
