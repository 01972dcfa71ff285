"""Private links for a text, and somebody who uses one without an account."""

from django.core.files.uploadedfile import SimpleUploadedFile

from blog.models import AskedText
from tests.blog.docx.word_files import p, picture, t, word_file
from tests.blog.start.whole_text import LETTER, proposed
from tests.factories import jpeg

TEXT = LETTER.replace("\n\nby Ines Calder, Doctoral Intern", "").removesuffix("\n\nRupert Finch")
ANSWERS = {"recognizable": "nobody", "words": "", "confirm": "1"}


def path(link):
    return f"/t/{link.token}/"


def ask(person="Rosa Quill", by=None, **fields):
    if isinstance(person, str):
        fields["name"] = person
    else:
        fields |= {"therapist": person, "name": person.name}
    return AskedText.objects.create(created_by=by, created_by_name=by.name if by else "", **fields)


def look(client, link, text=TEXT, **more):
    """The page that shows how it will look."""
    return client.post(path(link), {"text": text, **more})


def say_ready(client, link, page, **answers):
    return client.post(path(link), proposed(page) | ANSWERS | answers)


def send(client, link, text=TEXT, **answers):
    answer = say_ready(client, link, look(client, link, text), **answers)
    assert answer.status_code == 302, answer.context["form"].errors
    link.refresh_from_db()
    return link.article


def file_with_picture(description):
    body = p(t("The Lamp")) + p(t("It was on all night.")) + p(picture("a.jpg", description))
    file = word_file(body + p(t("Nobody knew why.")), media={"a.jpg": jpeg()})
    return SimpleUploadedFile("a.docx", file)
