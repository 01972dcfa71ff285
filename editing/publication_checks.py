"""The yes a text needs before it goes out, and the questions that wait for an answer."""

from collections.abc import Iterable, Iterator

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from editing import approvals, findings, snapshots
from editing.approvals import Requirement
from editing.contents import PublishableContent
from editing.forms import VersionedForm
from editing.models import Capacity, Editable, ReviewStep
from editing.models.publishing import Publishable
from staff.models import User


def needed(
    content: PublishableContent, row: Editable | None, form: VersionedForm
) -> list[Requirement]:
    """What the text in this form needs. Words that are on the site already need nothing."""
    data = content.data_of_form(form, row or content.model())
    form.substance = content.substance(data)
    return [] if is_on_site(content, row, form) else content.requirements(row, form)


def is_on_site(content: PublishableContent, row: Editable | None, form: VersionedForm) -> bool:
    """Whether visitors read the words of this form already."""
    return bool(
        row is not None
        and row.pk
        and content.is_read(row)
        and form.substance == substance_on_site(content, row)
        and content.reads_the_same(row, form)
    )


def substance_on_site(content: PublishableContent, row: Editable) -> str:
    version = row.versions().filter(number=row.current_version).first()
    if version:
        return version.substance
    return content.substance(content.data_of_row(content.stored(row)))


def check(
    content: PublishableContent,
    row: Editable | None,
    form: VersionedForm,
    *,
    by: User,
    is_wording_only: bool = False,
) -> None:
    """Raise ``ValidationError`` while something blocks or a yes is missing. Notes on the form whose
    yes is given by pressing the button, and who is to be told of a change of wording."""
    findings.refuse_blocks(content, form)
    own_yes, to_tell = form.own_yes, form.to_tell = [], []
    needs = needed(content, row, form)
    if not is_on_site(content, row, form):
        refuse_unanswered(content, row, form, by)
    given = approvals.approvals_of(row, form.substance) if row and needs else []
    key = content.key_of(by)
    for need in approvals.unmet(needs, given):
        if key in need.people or is_alone(need):
            own_yes.append((need, key or next(iter(need.people), "")))
        elif is_wording_only and is_of_wording_only(content, row, form):
            to_tell.append(somebody_to_tell(content, need))
        else:
            raise ValidationError(message_on_missing(said_yes(row, form), need), code="needs_yes")


def is_of_wording_only(
    content: PublishableContent, row: Editable | None, form: VersionedForm
) -> bool:
    # Before the first publication there is no wording that somebody has said yes to; and whoever
    # sees the change has to see it when it is on the site, not before.
    was_out = isinstance(row, Publishable) and content.is_out(row) and row.was_public
    if not was_out or form.waits_for_time:
        return False
    stored = content.data_of_row(content.stored(row))
    typed = content.data_of_form(form, row)
    whole, names = content.version_form(), content.beyond_wording
    return snapshots.digest(whole, stored, names) == snapshots.digest(whole, typed, names)


def somebody_to_tell(
    content: PublishableContent, need: Requirement
) -> tuple[Requirement, str, str, str]:
    for key, name in need.people.items():
        email = content.email_of(key)
        if email:
            return need, key, name, email
    message = _("There is no email address for %(names)s. Ask for a yes to this text instead.")
    raise ValidationError(message % {"names": get_text_list(need.names, _("or"))}, code="no_mail")


def check_when_due(content: PublishableContent, row: Editable, form: VersionedForm) -> None:
    """Once more, when the time has come that somebody set: a person or an answer may have changed
    meanwhile, and nobody is here to press a button. The linter is not asked again: what it blocks was
    refused when the time was set, and a link that died since then is no reason to keep a text back."""
    needs = [need for need in needed(content, row, form) if not is_alone(need)]
    if not is_on_site(content, row, form):
        refuse_unanswered(content, row, form)
    for need in approvals.unmet(needs, approvals.approvals_of(row, form.substance)):
        raise ValidationError(message_on_missing(said_yes(row, form), need), code="needs_yes")


def still_missing(
    content: PublishableContent, row: Editable, form: VersionedForm, user: User
) -> Iterator[str]:
    """Sentences on what has to happen before somebody can publish this text."""
    needs = needed(content, row, form)
    yield from (question.sentence for question in content.questions(row, form, user))
    for need in approvals.unmet(needs, approvals.approvals_of(row, form.substance)):
        yield message_on_missing(said_yes(row, form), need)


def said_yes(row: Editable | None, form: VersionedForm) -> list[ReviewStep]:
    return approvals.yes_steps(row, form.substance) if row and row.pk else []


def message_on_missing(said: Iterable[ReviewStep], need: Requirement) -> str:
    """``said``: who has said yes to these words, whether that counts yet or not."""
    for step in said:
        if approvals.answers(step, need):
            message = _(
                "%(why)s %(name)s said yes %(how)s. Somebody else who may publish has to stand "
                "for that: under “Show and ask”. Or email the link to the address of the account."
            )
            return message % {"why": need.why, "name": step.person, "how": step.how_label}
    names = get_text_list(need.names, _("or")) or _("a responsible clinician")
    message = _("%(why)s Ask %(names)s for a yes to this text first: under “Show and ask”.")
    return message % {"why": need.why, "names": names}


def refuse_unanswered(
    content: PublishableContent,
    row: Editable | None,
    form: VersionedForm,
    user: User | None = None,
) -> None:
    asked = [question.sentence for question in content.questions(row, form, user)]
    if asked:
        how = (
            _("Answer at the top of this page, then publish.")
            if row and row.pk
            else _("Save it as a draft, and answer there.")
        )
        raise ValidationError([*asked, how], code="needs_answer")


def is_alone(need: Requirement) -> bool:
    """In a practice of one person nobody waits for anybody. A supervisor is somebody else, and needs
    no account."""
    is_own = need.capacity == Capacity.CLINICIAN and len(need.people) <= 1
    return is_own and get_user_model().objects.filter(is_active=True).count() == 1
