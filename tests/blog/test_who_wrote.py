"""Who wrote a text is asked wherever it is not certain, and nothing goes out before the answer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.authorship import Team, questions
from blog.models import Article, AuthorshipAnswer, Byline
from blog.signatures import Text
from blog.who_wrote import MAY_ANSWER, Answerer, answerer
from editing.rows import rows_data
from team.models import Supervision
from tests.blog.bylines import BODY, is_public, named, supervise
from tests.blog.desk import ADD
from tests.blog.start.whole_text import START, proposed
from tests.editing.desk import address, form_of, saved, set_time
from tests.factories import make_article, make_published_article, make_therapist, make_user
from tests.team import names_held_back, names_tried

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody")]
TODAY = timezone.localdate


def answer(client, article, choice, number=0):
    """Press a button of the first question on the form: a person, or ``"nobody"``."""
    question = client.get(address(article)).context["who_questions"][number][0]
    value = f"{question.token}:{getattr(choice, 'pk', choice)}"
    client.answer = client.post(address(article, "who"), {"answer": value}, follow=True)
    article.refresh_from_db()
    return question


@pytest.mark.parametrize(
    "row",
    [
        {"therapist": "theo", "title": "LMFT/June Aldecott"},
        {"therapist": "theo", "title": "LMFT, with J. Aldecott"},
        {"name": "Guest", "title": "and June Aldecott"},
        {"therapist": "theo", "name": "June Aldecott"},
        {"therapist": "theo", "name": "Somebody Else"},
    ],
)
def test_nobody_hides_behind_somebody_else(editor, june, row):
    if "therapist" in row:
        row = row | {"therapist": str(make_therapist("Theo Other").pk)}
    article = make_article("Behind", ["Rosa Quill"])
    assert not is_public(saved(editor, article, _publish="1", **named(row)))


# What is certain


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("June Aldecott (she/her), Doctoral Intern", [("June Aldecott", "Doctoral Intern")]),
        ("Ms. June M. Aldecott MA", [("June Aldecott", "")]),
        ("Aldecott, June", [("June Aldecott", "")]),
        ("June Aldecott with Theo Brandvold, LMFT", [("June Aldecott", ""), ("Theo Brandvold", "LMFT")]),
        ("Theo Brandvold, LMFT/June Aldecott", [("Theo Brandvold", "LMFT"), ("June Aldecott", "")]),
        ("Petra O’Solvang & June Aldecott", [("Petra O’Solvang", ""), ("June Aldecott", "")]),
        ("June Aldecott, supervised by Ada Supervisor, PhD", [("June Aldecott", "")]),
        ("June Aldecott, Marriage and Family Therapist", [("June Aldecott", "Marriage and Family Therapist")]),
        ("Petra Solvang, Marriage and Family Therapist", [("Petra Solvang, Marriage and Family Therapist", "")]),
    ],
)  # fmt: skip
def test_people_of_one_line_become_rows_and_no_stranger_is_changed(editor, june, line, rows):
    article = saved(editor, make_article("Mine", ["X Y"]), **named(line))
    found = list(article.bylines.all())
    assert [(row.display_name, row.title) for row in found] == rows
    ours = {"June Aldecott", "Theo Brandvold"}
    assert all((row.therapist is not None) == (row.display_name in ours) for row in found)


@pytest.mark.parametrize("way", ["form", "start"])
def test_of_two_people_of_one_name_nobody_is_guessed(editor, june, way):
    twin = make_therapist("June Aldecott", slug="june-2", title="LCSW")
    if way == "form":
        article = saved(editor, make_article("Mine", ["X Y"]), **named("June Aldecott"))
    else:
        data = proposed(
            editor.post(START, {"text": "The kettle\n\nby June Aldecott\n\nCold.\n\nYes."})
        )
        editor.post(START, data | {"confirm": "1"})
        article = Article.objects.get()
    assert article.bylines.get().therapist is None
    assert not is_public(saved(editor, article, _publish="1"))
    question = answer(editor, article, twin)
    assert set(question.people) == {june, twin}
    assert article.bylines.get().therapist == twin
    assert is_public(saved(editor, article, _publish="1"))


# The answer


def test_yes_makes_it_that_person_who_then_needs_the_supervisors_yes(editor, june):
    article = saved(editor, make_article("Mine", ["X Y"]), _publish="1", **named("J. Aldecott"))
    assert "is this June Aldecott" in editor.answer.content.decode()
    article = saved(editor, article, **named("J. Aldecott, MA"))
    answer(editor, article, june)
    assert article.bylines.get().therapist == june
    kept = AuthorshipAnswer.objects.get()
    assert (kept.by, kept.by_name, kept.is_them) == (editor.user, "Edda Quill", True)
    assert kept.version == article.versions().first()
    saved(editor, article, _publish="1")
    assert "Ask Ada Supervisor for a yes" in editor.answer.content.decode()


def test_what_was_answered_is_asked_nowhere_again(editor, june):
    article = saved(editor, make_article("One", ["X Y"]), **named("Jun Aldecott"))
    answer(editor, article, "nobody")
    assert is_public(saved(editor, article, _publish="1"))
    other = make_article("Two", ["X Y"])
    assert is_public(saved(editor, other, _publish="1", **named("JUN ALDECOTT, LMFT")))
    third = make_article("Three", ["X Y"])
    assert not is_public(saved(editor, third, _publish="1", **named("Junie Aldecott")))
    yes = saved(editor, third, **named("J. Aldecott"))
    answer(editor, yes, june)
    fourth = saved(editor, make_article("Four", ["X Y"]), **named("J. Aldecott, Intern"))
    assert fourth.bylines.get().therapist == june


@pytest.mark.parametrize(
    ("name", "asked", "line"),
    [
        ("Ella Quill", "Quill", "Ella Quill"),
        ("Ella Quill", "Quill", "E. Quill"),
        ("Ella Ma", "Ma", "E. Ma"),
        ("Albert Brand", "Brand", "Al Brand"),
        ("Lena Mueller", "Lena Muller", "Lena Müller"),
        ("Lena Mueller", "Jun Aldecott", "Lena Mueller"),
        ("Ella Quill", "Ela Quill", "Ela Quill and E. Quill"),
    ],
)
def test_a_no_holds_for_that_name_and_no_other(editor, name, asked, line):
    supervise(make_therapist(name, title="Doctoral Intern"), make_therapist("Ada Supervisor"))
    first = saved(editor, make_article("One", ["X Y"]), **named(asked))
    for _question in editor.get(address(first)).context["who_questions"]:
        answer(editor, first, "nobody")
    assert is_public(saved(editor, first, _publish="1"))
    assert not is_public(saved(editor, make_article("Two", ["X Y"]), _publish="1", **named(line)))


def test_an_answer_can_be_given_anew_and_the_last_one_counts(editor, june):
    for is_them in (True, False):
        AuthorshipAnswer.objects.create(
            therapist=june, name="J. Aldecott", key="j aldecott", is_them=is_them, by_name="Edda"
        )
    article = make_article("One", ["X Y"])
    assert is_public(saved(editor, article, _publish="1", **named("J. Aldecott")))


def test_the_form_shows_who_answered(editor, june):
    article = saved(editor, make_article("One", ["X Y"]), **named("Jun Aldecott"))
    answer(editor, article, "nobody")
    page = editor.get(address(article)).content.decode()
    assert "Edda Quill: “Jun Aldecott” is not June Aldecott" in page
    assert (
        "“Jun Aldecott” is not June Aldecott."
        in editor.get(address(article, "history")).content.decode()
    )


# A text begun by somebody who is supervised


@pytest.fixture
def begun(client, editor, june):
    """From June's account, under another name."""
    client.force_login(june.user)
    data = {"title": "Quiet", "body": BODY, "references-TOTAL": "0", "base_version": "0"}
    client.post(ADD, data | named("Petra Solvang"))
    client.force_login(editor.user)
    return Article.objects.get()


def test_a_text_from_a_supervised_account_under_another_name_is_asked_about(editor, begun, june):
    assert not is_public(saved(editor, begun, _publish="1"))
    assert "Did June Aldecott" in editor.answer.content.decode()
    answer(editor, begun, "nobody")
    assert is_public(saved(editor, begun, _publish="1"))
    assert not AuthorshipAnswer.objects.get().key, "it is about this text, not about the name"


def test_yes_puts_them_among_the_authors(editor, begun, june):
    answer(editor, begun, june)
    assert [row.display_name for row in begun.bylines.all()] == ["Petra Solvang", "June Aldecott"]
    saved(editor, begun, _publish="1")
    assert "Ask Ada Supervisor" in editor.answer.content.decode()
    begun = saved(editor, begun, _publish="1", **named("Petra Solvang", {"name": "", "title": ""}))
    assert not is_public(begun), "nor can they be taken out again"


def test_a_copy_is_asked_about_as_well(editor, begun, june):
    answer(editor, begun, "nobody")
    editor.post(address(begun, "copy"))
    copy = Article.objects.latest("pk")
    assert not is_public(saved(editor, copy, _publish="1"))


def test_it_is_asked_when_the_account_is_gone_too(editor, begun, june):
    june.user.delete()
    assert not is_public(saved(editor, begun, _publish="1"))


@pytest.mark.parametrize(
    "changes",
    [
        {"body": BODY * 4 + "<p>— June Aldecott, Doctoral Intern</p>"},
        {"body": BODY * 4 + "<p>Written by J. Aldecott</p><p>Posted by Sam Ito</p>"},
        {"body": "<p>By June Aldecott</p>" + BODY * 9},
        {"title": "Quiet, by June Aldecott"},
        {"opening_lines": "by June Aldecott"},
    ],
)
def test_a_text_that_a_supervised_person_signed_is_asked_about(editor, june, changes):
    article = make_article("Signed", ["Petra Solvang"])
    assert not is_public(saved(editor, article, _publish="1", **changes))


@pytest.mark.parametrize(
    ("caption", "is_asked"),
    [
        ("Text and picture: June A.", True),
        ("Words by June Aldecott", True),
        ("Photo by June Aldecott", False),
        ("June Aldecott in the garden", False),
        ("Text on a wall", False),
    ],
)
def test_a_caption_that_says_whose_text_it_is_counts_as_a_signature(june, caption, is_asked):
    figure = f'<figure data-image="1"><figcaption>{caption}</figcaption></figure>'
    asked = list(questions(Team(Article()), [], Text(BODY * 4 + figure + BODY * 6)))
    assert [question.people for question in asked] == [(june,)] * is_asked


def test_a_text_that_only_speaks_of_june_is_not(editor, june):
    body = BODY + "<p>In June it was warm, and Mr. Aldecott’s roses were out.</p>" + BODY * 6
    assert is_public(
        saved(editor, make_article("A walk in June", ["Petra Solvang"]), _publish="1", body=body)
    )


# Who may answer


def test_who_may_answer_is_one_table(editor, june):
    may = {who for who, is_allowed in MAY_ANSWER.items() if is_allowed}
    assert may == {Answerer.OTHER, Answerer.ONLY_PUBLISHER}
    assert set(MAY_ANSWER) == set(Answerer)


def as_everybody(june):
    """For each cell of the table somebody who stands in it, and an article with a question."""
    theo = make_therapist("Theo Twin", user=make_user("editor"))
    hers = make_article("Hers", ["J. Aldecott"], created_by=june.user)
    hers.begun_by.add(june)
    with_theo = make_article("Theirs", [theo, "J. Aldecott"])
    about_theo = make_article("About Theo", ["T. Twin"])
    yield Answerer.CANNOT_PUBLISH, hers, june.user
    june.user.groups.set(make_user("editor").groups.all())
    yield Answerer.BEGAN_SUPERVISED, hers, june.user
    yield Answerer.ASKED_ABOUT, about_theo, theo.user
    yield Answerer.AUTHOR, with_theo, theo.user
    yield Answerer.OTHER, hers, make_user("editor")
    yield Answerer.ASKED_ABOUT, make_article("J", ["J. Aldecott"]), june.user
    type(june.user).objects.exclude(pk=theo.user.pk).update(is_active=False)
    yield Answerer.ONLY_PUBLISHER, with_theo, theo.user


def test_every_cell_of_the_table_by_a_forged_post(client, editor, june):
    seen = set()
    for who, article, user in as_everybody(june):
        AuthorshipAnswer.objects.all().delete()
        client.force_login(editor.user)
        team = Team(article)
        rows = [
            {"therapist": r.therapist, "name": r.name, "title": ""} for r in article.bylines.all()
        ]
        [question] = list(team.asked(rows))
        user = type(user).objects.get(pk=user.pk)
        assert answerer(user, question, team) == who
        client.force_login(user)
        data = {"answer": f"{question.token}:nobody"}
        response = client.post(address(article, "who"), data)
        assert AuthorshipAnswer.objects.exists() == MAY_ANSWER[who], who
        assert MAY_ANSWER[who] or response.status_code in (302, 403, 404)
        seen.add(who)
    assert seen == set(Answerer)


@pytest.mark.parametrize("value", ["", ":", "x:nobody", "x:1", ":nobody", "\0:\0"])
def test_an_answer_to_no_question_changes_nothing(editor, june, value):
    article = saved(editor, make_article("One", ["X Y"]), **named("J. Aldecott"))
    editor.post(address(article, "who"), {"answer": value})
    assert not AuthorshipAnswer.objects.exists()


def test_nobody_who_was_not_asked_about_can_be_put_in(editor, june):
    article = saved(editor, make_article("One", ["X Y"]), **named("J. Aldecott"))
    question = editor.get(address(article)).context["who_questions"][0][0]
    other = make_therapist("Quite Another")
    assert (
        editor.post(address(article, "who"), {"answer": f"{question.token}:{other.pk}"}).status_code
        == 403
    )
    assert not AuthorshipAnswer.objects.exists()


def test_two_hundred_strangers_go_out_with_hardly_a_question(june):
    """Against this team, and with the rest of the text as it is."""
    for number, name in enumerate(names_tried.TEAM):
        if name not in names_held_back.TEAM and name != june.name:
            make_therapist(name, slug=f"tried-{number}")
    team = Team(Article())
    rows = [{"therapist": None, "name": name, "title": ""} for name in names_tried.STRANGERS]
    assert len(rows) >= 200
    assert len(list(team.asked(rows))) <= 4
    assert team.rows(rows) == rows


# When a time has come that was set before


def test_what_was_set_before_somebody_joined_is_asked_about_when_it_is_due(editor):
    from editing.swapping import swap_all_due

    article = make_published_article("With a next text", ["Rosa Quill"])
    saved(editor, article, _keep="1", title="Next", **named("June Aldecott"))
    when = timezone.localtime() + timedelta(days=1)
    set_time(editor, article, when)
    supervise(make_therapist("June Aldecott"), make_therapist("Ada Supervisor"))
    Article.objects.update(swap_at=timezone.now())
    swap_all_due()
    article.refresh_from_db()
    assert article.title == "With a next text"
    assert "Ask Ada Supervisor" in editor.get(address(article)).content.decode()


# An author's own form


def test_an_author_with_a_profile_begins_with_herself(client, june):
    client.force_login(june.user)
    rows = client.get(ADD).context["adminform"].form["bylines"].value()
    assert [row["therapist"] for row in rows] == [june]


def test_asking_the_editors_says_what_is_missing(client, june):
    client.force_login(june.user)
    article = make_article("Mine", created_by=june.user, body="")
    page = client.post(address(article), form_of(article, _submit="1")).content.decode()
    assert "Say who wrote it." in page
    assert "There is no text yet." in page
    data = form_of(article, _submit="1", body=BODY, **rows_data("bylines", [{"therapist": june}]))
    page = client.post(address(article), data, follow=True).content.decode()
    assert "is with the editors" in page
    assert "Ask Ada Supervisor for a yes" in page


def test_whoever_has_left_is_asked_for_nothing(editor, june):
    from blog import review_requirements

    article = make_article("By two", [june, make_therapist("Gone Long", left_on=TODAY())])
    assert "Gone Long" not in [one.name for one in review_requirements.reviewers(article)]
    Supervision.objects.get().supervisor.__class__.objects.filter(name="Ada Supervisor").update(
        left_on=TODAY()
    )
    saved(editor, article, _publish="1")
    assert "whoever supervised has left" in editor.answer.content.decode()
    assert Byline.objects.filter(article=article).count() == 2
    assert not is_public(article)
