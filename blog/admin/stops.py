"""What has to happen before an article can go out, each with the way to the place: said beside the buttons, before
somebody presses one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from blog import review_requirements
from blog.authorship import Team
from blog.forms import ArticleForm
from blog.models import Article
from editing import approvals, publication_checks
from staff.models import User
from writing.text import plain_text


@dataclass(frozen=True)
class Stop:
    """``name`` is the field that it is about, if it is about one; ``person`` whose yes is waited for."""

    sentence: str
    address: str
    name: str = ""
    person: str = ""


def stops(
    form: BaseForm, article: Article | None, user: User, context: dict[str, Any]
) -> list[Stop]:
    if form.is_bound and form.errors:
        return list(of_errors(form))
    if form.is_bound or "body" not in form.fields:
        return []
    if article and article.state == article.State.APPROVED and not article.has_next_version:
        return []
    found = [*of_what_is_missing(form), *of_findings(context.get("findings", []))]
    if article:
        found += of_questions(context.get("who_questions", []))
        found += of_yeses(article, user, context.get("share_address", ""))
    return found


def place_of(name: str) -> str:
    return "#id_body_text" if name == "body" else f"#id_{name}"


def of_errors(form: BaseForm) -> Iterator[Stop]:
    for name, errors in form.errors.items():
        is_about_all = name == "__all__"
        for error in errors:
            address = "#form-errors" if is_about_all else place_of(name)
            label = "" if is_about_all else form.fields[name].label
            yield Stop(f"{label}: {error}" if label else str(error), address)


def of_what_is_missing(form: BaseForm) -> Iterator[Stop]:
    if not form["title"].value():
        yield Stop(_("A title"), place_of("title"), "title")
    if not plain_text(form["body"].value() or ""):
        yield Stop(_("The text"), place_of("body"), "body")
    rows = form["bylines"].value() if "bylines" in form.fields else [{"name": "-"}]
    if not any(
        row.get("therapist") or row.get("name") for row in rows or [] if isinstance(row, dict)
    ):
        yield Stop(_("Who wrote it"), "#byline", "bylines")


def of_findings(findings: list[dict[str, Any]]) -> Iterator[Stop]:
    for finding in findings:
        if finding["weight"] == "block":
            yield Stop(f"{finding['reason']} {finding['fix']}", place_of(finding["field"]))


def of_questions(questions: list[tuple[Any, bool]]) -> Iterator[Stop]:
    for question, _may_answer in questions:
        yield Stop(question.sentence, "#who-wrote-heading")


def of_yeses(article: Article, user: User, address: str) -> Iterator[Stop]:
    version = article.newest_version()
    if version is None:
        return
    team = Team.of(article)
    people = {str(person.pk): person for person in team.people}
    rows = ArticleForm.declared_fields["bylines"].rows_in(version.data, "bylines", people)  # type: ignore[attr-defined]
    rows = team.rows(list(rows))
    needs = list(review_requirements.requirements(article, rows, article.publish_at))
    if not needs:
        return
    said = approvals.yes_steps(article, version.substance)
    own = {review_requirements.key_for(one) for one in team.profiles if one.user_id == user.pk}
    for need in approvals.unmet(needs, [step for step in said if not step.waits_for_taker]):
        # Whoever answers for it says yes by pressing the button.
        if own.isdisjoint(need.people) and not publication_checks.is_alone(need):
            sentence = publication_checks.message_on_missing(said, need)
            yield Stop(sentence, address, person=get_text_list(need.names, _("or")))
