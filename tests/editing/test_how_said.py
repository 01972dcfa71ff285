"""A supervisor's yes counts when nobody else can have given it; else somebody stands for it by name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editing.models import How, PreviewLink, ReviewStep
from editing.review_steps import MAY_STAND_FOR, Taker
from outbox.models import Message
from team.models import Supervision
from tests.editing.desk import address, saved, set_time
from tests.editing.links import answer, link_for
from tests.factories import make_article, make_therapist, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_waits")]
ASKS = {"reader": "Marisol Tennant", "capacity": "supervisor", "days": "14"}


@pytest.fixture
def supervisor():
    user = make_user("clinician", email="marisol@practice.example")
    return make_therapist("Marisol Tennant", user=user)


@pytest.fixture
def trainee(supervisor):
    person = make_therapist("Ines Calder", title="Doctoral Intern")
    day = timezone.localdate() - timedelta(days=30)
    Supervision.objects.create(supervisee=person, supervisor=supervisor, from_day=day)
    return person


@pytest.fixture
def article(editor, trainee):
    other = make_user("editor", name="Olive Other")
    return make_article("By a trainee", [trainee], created_by=other)


def asked(client, article, **more):
    """The link that this person makes."""
    client.post(address(article, "share"), ASKS | more)
    article.refresh_from_db()
    return PreviewLink.objects.latest("pk")


def said_yes(client, link):
    answer(client, link)
    client.force_login(client.user)
    return ReviewStep.objects.filter(kind="approved").first()


def is_out(client, article):
    return saved(client, article, _publish="1").status() == "live"


def test_a_yes_by_a_link_mailed_to_the_account_counts(editor, article):
    link = asked(editor, article, email="Marisol@practice.example")
    assert Message.objects.get().recipient_and_body()[0].casefold() == "marisol@practice.example"
    assert link.sent == How.ACCOUNT
    step = said_yes(editor, link)
    assert step.how == How.ACCOUNT
    assert is_out(editor, article)


def test_such_a_link_is_shown_to_nobody(editor, article):
    link = asked(editor, article, email="marisol@practice.example")
    assert link.token not in editor.get(address(article, "share")).content.decode()


@pytest.mark.parametrize("email", ["", "elsewhere@mail.example", "marisol@practice.example.net"])
def test_a_yes_by_a_link_somebody_else_could_open_opens_nothing(editor, article, email):
    step = said_yes(editor, asked(editor, article, email=email))
    assert step.how in (How.COPIED, How.TYPED)
    assert not is_out(editor, article)
    page = editor.answer.content.decode()
    assert "Marisol Tennant said yes by a link" in page
    assert "Edda Quill" in page
    for where in ("share", "history", "change"):
        page = editor.get(address(article, where)).content.decode()
        verb = "copied" if not email else "typed"
        assert f"Edda Quill {verb}" in page, where
        assert "It does not count yet" in page


def test_an_address_that_somebody_else_has_just_changed_is_not_hers(editor, article, supervisor):
    user, thief = supervisor.user, make_user("manager")
    user.email = "thief@mail.example"
    user.saved_by = thief
    user.save()
    link = asked(editor, article, email="thief@mail.example")
    assert link.sent == How.UNSETTLED
    said_yes(editor, link)
    assert not is_out(editor, article)
    type(user).objects.filter(pk=user.pk).update(
        email_changed_at=timezone.now() - timedelta(days=2)
    )
    article.versions().update(substance="x")  # what was said holds for other words
    link = asked(editor, saved(editor, article), email="thief@mail.example")
    assert link.sent == How.ACCOUNT


def test_an_authors_own_link_to_a_new_address_does_not_count_either(
    client, article, trainee, supervisor
):
    trainee.user = make_user("author")
    trainee.save()
    user = supervisor.user
    user.email, user.saved_by = "new@mail.example", make_user("manager")
    user.save()
    client.user = trainee.user
    client.force_login(trainee.user)
    assert asked(client, article).sent == How.UNSETTLED


def test_whoever_answers_signed_in_answers_themself(editor, article, supervisor):
    link = asked(editor, article)
    editor.force_login(supervisor.user)
    shown = editor.get(f"/p/{link.token}/").context["preview_mark"]
    editor.post(f"/p/{link.token}/", {"kind": "approved", "shown": shown})
    step = ReviewStep.objects.get(kind="approved")
    assert (step.how, step.user) == (How.SIGNED_IN, supervisor.user)
    editor.force_login(editor.user)
    assert is_out(editor, article)


def test_whoever_is_signed_in_as_another_is_not_her(editor, article):
    link = asked(editor, article)
    shown = editor.get(f"/p/{link.token}/").context["preview_mark"]
    editor.post(f"/p/{link.token}/", {"kind": "approved", "shown": shown})
    assert ReviewStep.objects.get(kind="approved").how == How.COPIED


def test_there_is_nothing_to_approve_in_a_change_that_is_out(editor, article, supervisor):
    first = saved(editor, article).versions().first()
    link = link_for(article, supervisor, replaced=first, sent=How.ACCOUNT)
    answer(editor, link)
    assert not ReviewStep.objects.filter(kind="approved").exists()


# Somebody stands for it


def test_who_may_stand_for_a_yes_is_one_table():
    assert {who for who, may in MAY_STAND_FOR.items() if may} == {Taker.THEMSELF, Taker.OTHER}
    assert set(MAY_STAND_FOR) == set(Taker)


def people(editor, article, supervisor, trainee):
    writer = make_user("editor")
    trainee.user = writer
    trainee.save()
    publishing = supervisor.user
    yield Taker.CANNOT_PUBLISH, make_user("author")
    yield Taker.CANNOT_PUBLISH, make_user("coordinator")
    yield Taker.MADE_LINK, editor.user
    yield Taker.WROTE_TEXT, writer
    yield Taker.WROTE_TEXT, article.created_by
    yield Taker.WROTE_TEXT, article.versions().first().made_by
    yield Taker.OTHER, make_user("manager")
    publishing.groups.set(make_user("editor").groups.all())
    yield Taker.THEMSELF, publishing


def test_every_cell_of_the_table_by_a_forged_post(client, editor, article, supervisor, trainee):
    client.user = make_user("editor")
    client.force_login(client.user)
    saved(client, article, summary="Saved by somebody.")
    client.user = editor.user = make_user("editor", name="Edda Quill")
    client.force_login(editor.user)
    step = said_yes(client, asked(client, article))
    seen = set()
    for who, user in people(editor, article, supervisor, trainee):
        client.force_login(user)
        client.post(address(article, "take-on"), {"step": step.pk})
        taken = ReviewStep.objects.filter(kind="taken_on")
        assert taken.exists() == MAY_STAND_FOR[who], (who, user)
        taken.delete()
        seen.add(who)
    assert seen == set(Taker)


def test_a_yes_that_somebody_stands_for_counts_and_says_so(client, editor, article):
    step = said_yes(editor, asked(editor, article))
    second = make_user("manager", name="Mona Second")
    client.force_login(second)
    page = client.get(address(article, "share")).content.decode()
    assert "stand for this yes" in page
    client.post(address(article, "take-on"), {"step": step.pk})
    taken = ReviewStep.objects.get(kind="taken_on")
    assert (taken.user, taken.person, taken.about) == (second, "Mona Second", step)
    client.force_login(editor.user)
    assert (
        "Mona Second stands for this yes" in client.get(address(article, "share")).content.decode()
    )
    assert is_out(editor, article)


@pytest.mark.parametrize("step", ["", "x", "0", "999999", "-1", "9" * 30])
def test_standing_for_nothing_is_not_found(editor, article, step):
    assert editor.post(address(article, "take-on"), {"step": step}).status_code == 404


def test_the_form_of_the_link_begins_with_whom_the_text_waits_for(editor, article):
    form = editor.get(address(article, "share")).context["form"]
    begins = {name: form[name].value() for name in ("reader", "capacity", "email")}
    assert begins == {
        "reader": "Marisol Tennant", "capacity": "supervisor", "email": "marisol@practice.example",
    }  # fmt: skip


def test_of_two_supervisors_of_one_name_nobody_is_guessed(editor, article, supervisor, trainee):
    twin = make_therapist("Marisol Tennant", slug="twin")
    Supervision.objects.create(
        supervisee=trainee, supervisor=twin, from_day=timezone.localdate(), state="NY"
    )
    page = editor.post(address(article, "share"), ASKS).content.decode()
    assert "Several people of this name" in page
    assert not PreviewLink.objects.exists()


def test_a_time_that_the_supervisor_sets_is_her_yes(client, article, supervisor, trainee):
    supervisor.user.groups.set(make_user("editor").groups.all())
    client.user = supervisor.user
    client.force_login(supervisor.user)
    article = saved(client, article, _publish="1")
    article = saved(client, article, _keep="1", body="<p>Something new.</p>")
    when = timezone.localtime() + timedelta(days=1)
    set_time(client, article, when)
    type(article).objects.update(swap_at=timezone.now())
    assert "Something new." in client.get(article.get_absolute_url()).content.decode()
