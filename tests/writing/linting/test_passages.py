from types import SimpleNamespace

from writing.linting import Text


def image(**about):
    about = {"alt": "A gate", "is_decorative": False, "file": "images/ab.jpg"} | about
    return SimpleNamespace(**about | {"file": SimpleNamespace(name=about["file"])})


def test_everything_is_read_in_reading_order():
    text = Text.of(
        title="Title",
        opening_lines="Opening",
        summary="Summary",
        body="<h2>One</h2><p>Two</p><ul><li>Three<ul><li>Four</li></ul></li></ul>"
        '<blockquote class="pull"><p>Five</p></blockquote>'
        '<figure data-image="1"><figcaption>Six</figcaption></figure>'
        "<table><caption>Seven</caption><tr><th>Eight</th><th>Nine</th></tr></table>",
        invitation={"cta_heading": "Ten", "cta_text": ""},
    )
    read = [(passage.field, passage.kind, passage.text) for passage in text.passages]
    assert read == [
        ("title", "field", "Title"),
        ("summary", "field", "Summary"),
        ("opening_lines", "field", "Opening"),
        ("body", "heading", "One"),
        ("body", "paragraph", "Two"),
        ("body", "item", "Three"),
        ("body", "item", "Four"),
        ("body", "pull-quote", "Five"),
        ("body", "picture", "Six"),
        ("body", "table", "Seven"),
        ("body", "cell", "Eight"),
        ("body", "cell", "Nine"),
        ("cta_heading", "field", "Ten"),
    ]
    assert [passage.at for passage in text.passages] == list(range(1, 14))


def test_rows_of_the_library_become_pictures_with_the_caption_they_have_here():
    body = '<figure data-image="1"><figcaption>Spring</figcaption></figure><figure data-image="2"></figure>'
    text = Text.of(body=body, lead_image=image(alt="Top"), images={1: image()})
    shown = [(passage.field, picture.alt, picture.caption) for passage, picture in text.pictures]
    assert shown == [("lead_image", "Top", ""), ("body", "A gate", "Spring")]


def test_quotation_marks_and_spaces_are_the_same_however_they_were_typed():
    (passage,) = Text.of(body="<p>“It’s&nbsp;me”</p>").passages
    assert passage.text == '"It\'s me"'
