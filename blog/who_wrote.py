"""Who may answer whether a name in a text is somebody of the team, and what an answer changes."""

from enum import Enum

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from blog import authorship
from blog.authorship import Question
from blog.content import SIGNED, text_of
from blog.forms import ArticleForm
from blog.models import Article, AuthorshipAnswer
from editing import contents, saving
from editing.models import Version
from editing.rows import replace_rows
from staff.models import User
from team.models import Therapist


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


def answerer(user: User, question: Question, team: authorship.Team) -> Answerer:
    """Who this person is to the question. Whoever is supervised is never the only one to decide."""
    if not user.has_perm("blog.publish_article"):
        return Answerer.CANNOT_PUBLISH
    own = team.own(user.pk)
    is_supervised = bool(own & team.supervisors.keys())
    if is_supervised and own & team.began():
        return Answerer.BEGAN_SUPERVISED
    is_about = any(person.pk in own for person in question.people)
    authors = team.article.bylines.values_list("therapist", flat=True)
    is_author = bool(own) and not own.isdisjoint(map(team.shown_as.get, authors))
    if (is_about or is_author) and not is_supervised and not other_publishers(user).exists():
        return Answerer.ONLY_PUBLISHER
    if is_about:
        return Answerer.ASKED_ABOUT
    return Answerer.AUTHOR if is_author else Answerer.OTHER


def other_publishers(user: User) -> QuerySet[User]:
    people = get_user_model().objects.with_perm("blog.publish_article")
    return people.exclude(pk=user.pk)


def open_questions(team: authorship.Team, version: Version | None) -> list[Question]:
    """What there is to answer about the newest saved text."""
    article = team.article
    if version:
        people = {str(person.pk): person for person in team.people}
        rows = ArticleForm.declared_fields["bylines"].rows_in(version.data, "bylines", people)  # type: ignore[attr-defined]
        text = text_of(" ".join(version.data.get(name, [])) for name in SIGNED)
    else:
        rows = [byline.as_row() for byline in article.bylines.all()]
        text = text_of(getattr(article, name) for name in SIGNED)
    return list(authorship.questions(team, team.rows(list(rows)), text))


def keep_answer(article: Article, question: Question, person: Therapist | None, by: User) -> bool:
    """``person`` is who it is of those asked about, None for nobody. Returns whether the byline says
    so already: of a text that visitors read, it changes with the next save."""
    saving.keep_first_text(contents.of(article), article)
    version = article.versions().first()
    for asked in question.people:
        AuthorshipAnswer.objects.create(
            article=article,
            version=version,
            therapist=asked,
            name=question.name,
            key=question.key(asked),
            is_them=asked == person,
            by=by,
            by_name=by.get_full_name() or by.get_username(),
        )
    return person is None or put_in(article, question, person)


def put_in(article: Article, question: Question, person: Therapist) -> bool:
    """Into the byline of a text that visitors do not read, at once; whether that was done."""
    content = contents.of(article)
    if content.is_out(article) or article.has_next_version:
        return False
    rows = [byline.as_row() for byline in article.bylines.all()]
    if not question.name:
        rows.append({"therapist": person, "name": "", "title": ""})
    replace_rows(article.bylines, authorship.Team(article).rows(rows))
    content.complete(article.newest_version(), article)
    return True


def sentence_on_answer(question: Question, person: Therapist | None) -> str:
    names = _(" or ").join(asked.name for asked in question.people)
    if question.name and person:
        return _("“%(name)s” is %(person)s.") % {"name": question.name, "person": person.name}
    if question.name:
        return _("“%(name)s” is not %(people)s.") % {"name": question.name, "people": names}
    if person:
        return _("%(person)s wrote it.") % {"person": person.name}
    return _("%(people)s did not write it.") % {"people": names}
