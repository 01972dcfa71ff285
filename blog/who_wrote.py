"""At the desk: asking who wrote a text, and keeping the answer."""

from enum import Enum

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from blog import authorship
from blog.content import SIGNED, text_of
from blog.models import AuthorshipAnswer
from editing.rows import replace_rows


class Answerer(Enum):
    """Who somebody is to a question about who wrote a text."""

    CANNOT_PUBLISH = "cannot publish"
    ASKED_ABOUT = "the person it is about"
    BEGAN_SUPERVISED = "began it, and is supervised"
    AUTHOR = "wrote it"
    ONLY_PUBLISHER = "wrote it or is asked about, and nobody else may publish"
    OTHER = "somebody else who may publish"


MAY_ANSWER = {
    Answerer.CANNOT_PUBLISH: False,
    Answerer.ASKED_ABOUT: False,
    Answerer.BEGAN_SUPERVISED: False,
    Answerer.AUTHOR: False,
    Answerer.ONLY_PUBLISHER: True,
    Answerer.OTHER: True,
}


def answerer(user, question, team):
    """Who this person is to the question. Whoever is supervised is never the only one to decide."""
    if not user.has_perm("blog.publish_article"):
        return Answerer.CANNOT_PUBLISH
    own = team.own(user.pk)
    is_supervised = bool(own & team.supervisors.keys())
    if is_supervised and own & team.began():
        return Answerer.BEGAN_SUPERVISED
    is_about = any(one.pk in own for one in question.people)
    authors = team.article.bylines.values_list("therapist", flat=True)
    is_author = bool(own) and not own.isdisjoint(map(team.shown_as.get, authors))
    if (is_about or is_author) and not is_supervised and not other_publishers(user).exists():
        return Answerer.ONLY_PUBLISHER
    if is_about:
        return Answerer.ASKED_ABOUT
    return Answerer.AUTHOR if is_author else Answerer.OTHER


def other_publishers(user):
    people = get_user_model().objects.with_perm("blog.publish_article")
    return people.exclude(pk=user.pk)


class WhoWroteMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(transaction.atomic(self.who_wrote_view)))
        return [path("<int:pk>/who/", view, name="blog_article_who"), *super().get_urls()]

    def open_questions(self, team, version):
        """What there is to answer about the newest saved text."""
        obj = team.article
        if version:
            people = {str(one.pk): one for one in team.people}
            rows = self.form.declared_fields["bylines"].rows_in(version.data, "bylines", people)
            text = text_of(" ".join(version.data.get(name, [])) for name in SIGNED)
        else:
            rows = [byline.as_row() for byline in obj.bylines.all()]
            text = text_of(getattr(obj, name) for name in SIGNED)
        return list(authorship.questions(team, team.rows(list(rows)), text))

    def writing_context(self, request, obj, form):
        context = super().writing_context(request, obj, form)
        if obj is None:
            return context
        team = authorship.Team.of(obj)
        return context | {
            "who_questions": [
                (question, MAY_ANSWER[answerer(request.user, question, team)])
                for question in self.open_questions(team, obj.newest_version())
            ],
            "who_answers": [row for row in team.answers if row.article_id == obj.pk],
            "who_address": reverse("admin:blog_article_who", args=[obj.pk]),
        }

    def who_wrote_view(self, request, pk):
        obj = self.readable(request, pk)
        token, _colon, chosen = request.POST.get("answer", "").partition(":")
        team = authorship.Team(obj)
        found = self.open_questions(team, obj.newest_version())
        asked = {question.token: question for question in found}
        question = asked.get(token)
        if question is None:
            messages.info(request, _("This has been answered meanwhile."))
            return HttpResponseRedirect(self.form_address(obj))
        if not MAY_ANSWER[answerer(request.user, question, team)]:
            raise PermissionDenied
        them = next((one for one in question.people if str(one.pk) == chosen), None)
        if them is None and chosen != "nobody":
            raise PermissionDenied
        self.keep_answers(request, obj, question, them)
        messages.success(request, self.words_on_answer(question, them))
        return HttpResponseRedirect(self.form_address(obj))

    def keep_answers(self, request, obj, question, them):
        self.keep_first_text(request, obj, change=True)
        for one in question.people:
            AuthorshipAnswer.objects.create(
                article=obj,
                version=obj.versions().first(),
                therapist=one,
                name=question.name,
                key=question.key(one),
                is_them=one == them,
                by=request.user,
                by_name=request.user.get_full_name() or request.user.get_username(),
            )
        if them and not self.put_in(obj, question, them):
            messages.warning(request, _("The byline changes with the next save of this text."))
        self.log_change(request, obj, self.words_on_answer(question, them))

    def put_in(self, obj, question, them):
        """Into a text that visitors do not read, at once; whether that was done."""
        if self.content.is_out(obj) or obj.has_next_version:
            return False
        rows = [byline.as_row() for byline in obj.bylines.all()]
        if not question.name:
            rows.append({"therapist": them, "name": "", "title": ""})
        replace_rows(obj.bylines, authorship.Team(obj).rows(rows))
        self.content.complete(obj.newest_version(), obj)
        return True

    @staticmethod
    def words_on_answer(question, them):
        names = _(" or ").join(one.name for one in question.people)
        if question.name and them:
            return _("“%(name)s” is %(person)s.") % {"name": question.name, "person": them.name}
        if question.name:
            return _("“%(name)s” is not %(people)s.") % {"name": question.name, "people": names}
        if them:
            return _("%(person)s wrote it.") % {"person": them.name}
        return _("%(people)s did not write it.") % {"people": names}
