"""The words of a review: adding one, standing for a yes that came by a link, telling of a change."""

from enum import Enum

from editing import mails
from editing.contents import Content
from editing.forms import VersionedForm
from editing.models import Capacity, Editable, How, PreviewLink, ReviewStep, Version
from staff.models import User


class Taker(Enum):
    """Who somebody is to a yes that waits."""

    CANNOT_PUBLISH = "cannot publish"
    MADE_LINK = "made the link"
    WROTE_TEXT = "wrote, began or saved the text"
    THEMSELF = "is the one who is said to have said yes"
    OTHER = "somebody else who may publish"


MAY_STAND_FOR = {
    Taker.CANNOT_PUBLISH: False,
    Taker.MADE_LINK: False,
    Taker.WROTE_TEXT: False,
    Taker.THEMSELF: True,
    Taker.OTHER: True,
}


def taker(
    content: Content, row: Editable, step: ReviewStep, user: User, *, may_publish: bool
) -> Taker:
    if not may_publish:
        return Taker.CANNOT_PUBLISH
    if content.key_of(user) == step.person_key:
        return Taker.THEMSELF
    if step.link and step.link.created_by_id == user.pk:
        return Taker.MADE_LINK
    makers = {getattr(row, "created_by_id", None), step.version.made_by_id}
    if user.pk in makers or content.is_about(user, row):
        return Taker.WROTE_TEXT
    return Taker.OTHER


def may_stand_for(
    content: Content, row: Editable, step: ReviewStep, user: User, *, may_publish: bool
) -> bool:
    return (
        step.waits_for_taker
        and MAY_STAND_FOR[taker(content, row, step, user, may_publish=may_publish)]
    )


def add_step(
    version: Version,
    kind: str,
    by: User,
    *,
    capacity: str = Capacity.EDITOR,
    key: str = "",
    note: str = "",
    about: ReviewStep | None = None,
) -> ReviewStep:
    """What somebody says of this text, signed in."""
    return ReviewStep.objects.create(
        version=version,
        kind=kind,
        capacity=capacity,
        note=note,
        person=by.get_full_name() or by.get_username(),
        person_key=key,
        user=by,
        how=How.SIGNED_IN,
        about=about,
    )


def about_going_out(content: Content, row: Editable) -> list[ReviewStep]:
    """What was asked and answered, newest first, as long as no text from then or later is or was on the site."""
    steps = ReviewStep.objects.of(row).about_going_out().not_out_since()
    steps = steps.select_related("version").defer("version__data")
    return [step for step in steps if not content.is_settled(row, step.version)]


def last_about_going_out(content: Content, row: Editable) -> ReviewStep | None:
    return next(iter(about_going_out(content, row)), None)


def is_request(step: ReviewStep | None) -> bool:
    return step is not None and step.kind == ReviewStep.Kind.SUBMITTED


def is_open(row: Editable, step: ReviewStep | None) -> bool:
    """Whether this was asked last, and nobody has answered or set a time."""
    return is_request(step) and row.swap_at is None


def waits(content: Content, row: Editable) -> bool:
    return is_open(row, last_about_going_out(content, row))


def has_asked(step: ReviewStep | None, user: User) -> bool:
    """Whether this person asked it, and so does not answer it."""
    return step is not None and is_request(step) and step.user_id == user.pk


def ask_once(content: Content, row: Editable, version: Version, by: User) -> None:
    """That the next text may take its place. What was asked and not answered goes on waiting since that day; what
    was answered asks anew once it is another text."""
    last = last_about_going_out(content, row)
    is_said = last is not None and (last.version.number >= version.number or is_open(row, last))
    if row.has_next_version and not is_said:
        add_step(version, ReviewStep.Kind.SUBMITTED, by, capacity=Capacity.AUTHOR)


def keep_own_yes(form: VersionedForm, version: Version, by: User) -> None:
    """The yes that pressing the button was."""
    for need, key in form.own_yes:
        add_step(version, ReviewStep.Kind.APPROVED, by, capacity=need.capacity, key=key)


def note_consent(content: Content, form: VersionedForm, by: User, number_before: int) -> None:
    """Write down the yes that the button was, and tell those who are to see a change of wording from
    the version of that number."""
    keep_own_yes(form, form.version, by)
    if not form.to_tell:
        return
    replaced = form.instance.versions().filter(number=number_before).first()
    for need, key, name, email in form.to_tell:
        add_step(form.version, ReviewStep.Kind.WORDING, by)
        link = PreviewLink(
            version=form.version, replaced=replaced, reader=name, reader_key=key, email=email,
            capacity=need.capacity, sent=content.how_it_goes(key, email), created_by=by,
            created_by_name=by.get_full_name(),
        )  # fmt: skip
        link.save()
        mails.send_wording_change(link)
