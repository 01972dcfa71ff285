"""A text that somebody brings by a private link: what becomes of it, whose it is, and what stays theirs to change."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from blog.models import Article, AskedText
from editing.models import ReviewStep
from pictures.models import Image
from tests.blog.asking.links import TEXT, ask, file_with_picture, look, path, say_ready, send
from tests.factories import make_therapist, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hana():
    return make_therapist("Hana Wexler")


@pytest.fixture
def link(hana, maker):
    return ask(hana, maker)


def test_opening_it_changes_nothing(client, link):
    before = AskedText.objects.values().get()
    for method in (client.get, client.head, client.get):
        assert method(path(link)).status_code == 200
    assert AskedText.objects.values().get() == before
    assert not Article.objects.exists()


def test_the_page_is_nobody_elses(client, link):
    for answer in (client.get(path(link)), look(client, link)):
        assert "no-store" in answer["Cache-Control"]
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer["X-Robots-Tag"]
        assert not answer.cookies


def test_looking_shows_the_page_as_it_will_be_and_stores_nothing(client, link):
    page = look(client, link)
    html = page.content.decode()
    assert '<article class="article"' in html
    assert ">The Drawer Nobody Opens</h1>" in html
    assert "Hana Wexler" in html
    assert not Article.objects.exists()
    assert not ReviewStep.objects.exists()


def test_what_is_ready_is_a_draft_begun_by_them(client, link, hana):
    article = send(client, link)
    assert article.status() == "draft"
    assert article.title == "The Drawer Nobody Opens"
    assert [row.therapist for row in article.bylines.all()] == [hana]
    assert list(article.begun_by.all()) == [hana]
    assert article.created_by_name == "Hana Wexler"
    assert article.newest_version().made_by_name == "Hana Wexler"


def test_it_is_their_own_where_they_have_an_account(client, maker):
    user = make_user("author", name="Hana Wexler")
    article = send(client, ask(make_therapist("Hana Wexler", user=user), maker))
    assert list(Article.objects.written_by(user)) == [article]


def test_somebody_without_a_profile_is_named(client, maker):
    article = send(client, ask("Rosa Quill", maker))
    assert article.byline_text == "Rosa Quill"
    assert not article.begun_by.exists()


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("by Hana Wexler, Licensed psychologist", "Hana Wexler, Licensed psychologist"),
        ("by H. Wexler", "Hana Wexler, Licensed psychologist"),
        ("by Rosa Quill", "Hana Wexler, Licensed psychologist and Rosa Quill"),
    ],
)
def test_the_byline_has_whoever_sends_it_once(client, link, line, byline):
    page = look(client, link, f"The Lamp\n{line}\n\nIt was on all night.\n\nNobody knew why.")
    assert say_ready(client, link, page).status_code == 302
    article = Article.objects.get()
    article.show_as_published()
    assert article.byline_text == byline


def test_a_name_that_may_be_a_colleague_is_asked_about(client, maker):
    june = make_therapist("June Aldecott")
    make_therapist("Jane Aldecott")
    page = look(client, ask(june, maker), "The Lamp\nby J. Aldecott\n\nIt was on.\n\nAll night.")
    say_ready(client, AskedText.objects.get(), page)
    rows = [(row.therapist, row.name) for row in Article.objects.get().bylines.all()]
    assert rows == [(june, ""), (None, "J. Aldecott")]


def test_the_editors_read_what_was_answered(client, link):
    article = send(client, link, recognizable="unsure", words="Page two is the point.")
    step = ReviewStep.objects.of(article).get()
    assert (step.kind, step.person, step.capacity) == ("submitted", "Hana Wexler", "author")
    assert "I am not sure." in step.note
    assert "Page two is the point." in step.note


def test_it_is_not_ready_without_a_title_and_an_answer(client, link):
    page = look(client, link, "It was on. " * 30 + "\n\nSo it went on.")
    again = say_ready(client, link, page, recognizable="")
    assert set(again.context["form"].errors) == {"title", "recognizable"}
    assert not Article.objects.exists()
    sent = say_ready(client, link, again, title="The Lamp")
    assert sent.status_code == 302
    assert Article.objects.get().title == "The Lamp"


def test_pressing_twice_sends_once(client, link):
    page = look(client, link)
    for _time in range(2):
        assert say_ready(client, link, page).status_code == 302
    assert Article.objects.count() == ReviewStep.objects.count() == 1


def test_two_windows_make_one_draft(client, link):
    first, second = (
        look(client, link),
        look(client, link, "Another\n\nIt was on.\n\nAll night long."),
    )
    say_ready(client, link, first)
    say_ready(client, link, second)
    article = Article.objects.get()
    assert article.title == "Another"
    assert article.latest_version == 2


def test_thanks_show_what_was_sent(client, link):
    send(client, link)
    html = client.get(path(link)).content.decode()
    assert "Thank you, Hana Wexler" in html
    assert ">The Drawer Nobody Opens</h1>" in html
    assert "Send it in a new version" in html


def test_until_somebody_goes_on_with_it_a_new_version_takes_its_place(client, link):
    article = send(client, link)
    client.get(f"{path(link)}?again")
    send(client, link, "The Lamp\n\nIt was on all night.\n\nNobody knew why.")
    article.refresh_from_db()
    assert (article.title, article.latest_version) == ("The Lamp", 2)
    assert article.bylines.count() == 1


def test_once_somebody_has_they_can_only_say_what_is_to_be_corrected(client, link, maker):
    article = send(client, link)
    page = look(client, link)
    Article.objects.filter(pk=article.pk).update(latest_version=2)
    assert say_ready(client, link, page).status_code == 409
    assert "new version" not in client.get(path(link)).content.decode()
    Article.objects.filter(pk=article.pk).update(latest_version=1)
    client.post(path(link), {"correct": "1", "note": "“Longest”, not “long”."})
    step = ReviewStep.objects.of(article).first()
    assert (step.kind, step.note) == ("suggested", "“Longest”, not “long”.")
    assert Article.objects.get().title == "The Drawer Nobody Opens"


def test_a_correction_without_words_is_asked_for_them(client, link):
    article = send(client, link)
    page = client.post(path(link), {"correct": "1", "note": " "})
    assert "Say in a few words" in page.content.decode()
    assert ReviewStep.objects.of(article).count() == 1


def test_what_was_returned_is_shown_with_its_note(client, link):
    article = send(client, link)
    ReviewStep.objects.create(
        version=article.newest_version(), kind="returned", note="Shorter, please.",
        capacity="editor", person="Ed Maker",
    )  # fmt: skip
    html = client.get(path(link)).content.decode()
    assert "Shorter, please." in html
    assert "Send it in a new version" in html


def test_a_picture_of_the_file_comes_along_and_nothing_of_it_stays(client, link, state):
    page = client.post(path(link), {"document": file_with_picture("A lamp in a hall")})
    assert not Image.objects.exists()
    assert say_ready(client, link, page).status_code == 302
    image, article = Image.objects.get(), Article.objects.get()
    assert f'data-image="{image.pk}"' in article.body
    assert f'data-image="{image.pk}"' in article.newest_version().data["body"][0]
    assert list(state.iterdir()) == []


def test_none_comes_along_by_a_link_of_somebody_who_may_add_none(client, hana):
    link = ask(hana, make_user("coordinator"))
    page = client.post(path(link), {"document": file_with_picture("A lamp in a hall")})
    say_ready(client, link, page)
    assert not Image.objects.exists()
    assert "picture" in Article.objects.get().left_out


HOSTILE = (
    "<h1>The Lamp</h1><p onclick='steal()'>It was <b>on</b><script>steal()</script>.</p>"
    "<table><tr><th>A</th><th>B</th></tr><tr><td><img src=x onerror=steal()>c</td>"
    "<td><a href='javascript:steal()'>d</a></td></tr></table><p><iframe src=//x.example></iframe>End of it.</p>"
)


def test_hostile_html_is_cleaned_where_it_is_shown_and_where_it_is_kept(client, link):
    page = look(client, link, "", html=HOSTILE)
    say_ready(client, link, page)
    shown = client.get(path(link))
    bodies = [Article.objects.get().body, *(one.content.decode() for one in (shown,))]
    bodies.append(page.content.decode().split('<article class="article"')[1].split("</article>")[0])
    for body in bodies:
        for bad in ("steal", "onerror", "iframe src", "javascript:"):
            assert bad not in body


def test_a_damaged_file_gets_a_sentence_and_what_was_typed_stays(client, link):
    file = SimpleUploadedFile("a.docx", b"PK\x03\x04 cut off")
    page = client.post(path(link), {"document": file, "text": "Words of mine"})
    assert page.status_code == 200
    assert "not a Word document" in page.content.decode()
    assert "Words of mine" in page.content.decode()


def test_a_longer_text_asks_the_database_no_more(client, link, django_assert_max_num_queries):
    def asked(text):
        with django_assert_max_num_queries(200) as queries:
            assert look(client, link, text).status_code == 200
        return len(queries)

    def nights(number):
        paragraphs = "\n\n".join(
            f"It was on in night {night}." for night in range(100, 100 + number)
        )
        return f"The Lamp\n\n{paragraphs}"

    asked(TEXT)
    assert asked(nights(200)) <= asked(nights(2))
