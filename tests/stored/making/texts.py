"""Articles and pages, wherever a text can stand, by the forms of the desk."""

from datetime import UTC, datetime

from blog.models import Article, Series
from editing.models import Redirect
from editing.rows import rows_data
from pages.models import MenuItem, Page
from staff.admin_routes import address
from tests.blog.start.whole_text import START, proposed
from tests.stored.making import desk, practice

THEN, FAR = datetime(2026, 3, 2, 15, tzinfo=UTC), datetime(2126, 3, 2, 15, tzinfo=UTC)
AT = {"publish_at_0": "2126-03-02", "publish_at_1": "10:00:00"}
UNTIL = {"withdraw_at_0": "2127-06-01", "withdraw_at_1": "10:00:00"}
SWAP = {"swap_at_0": "2126-03-02", "swap_at_1": "10:00:00"}
BODY = "<p>Most of us know the ceiling.</p>"
# The linter has something to say about the words of the link.
WITH_ADVICE = f"{BODY}<p>You can read more <a href='/team/'>here</a>.</p>"
PASTED = (
    "<h1>The Lamp</h1><p>by Rosa Quill</p><p>It was on.</p><p hidden>Gone.</p><p>All night.</p>"
)


def make(cast):
    """{web address: article}"""
    editor = desk.client(cast["editor"])
    articles = make_drafts(cast)
    for slug in ("on-grief", "on-rest", "on-leaving"):
        desk.save(editor, articles[slug])
        desk.save(editor, articles[slug], body=f"{BODY}<p>And its crack.</p>")
        desk.save(editor, articles[slug], "_publish")
    desk.save(editor, articles["on-leaving"], "_withdraw")
    desk.save(editor, articles["on-waiting"], "_publish", **AT)
    desk.save(editor, articles["on-grief"], "_keep", title="On grief, again")
    desk.press(editor, articles["on-grief"], "swap", **SWAP)
    desk.post(editor, address(Article, "delete", articles["on-nothing"].pk), {"post": "yes"})
    take_care(editor, cast, articles["on-rest"])
    begin_by_pasting(editor)
    make_pages(cast)
    Redirect.objects.leave("/blog/2024/5/on-grief/", "/blog/on-grief/", by=cast["editor"])
    return articles


def make_drafts(cast):
    hana, june, otis = (cast[f"{login} as a therapist"] for login in ("hana", "june", "otis"))
    articles = {}
    for title, slug, author in (
        ("On grief", "on-grief", hana),
        ("On rest", "on-rest", hana),
        ("On leaving", "on-leaving", hana),
        ("On waiting", "on-waiting", hana),
        ("On nothing", "on-nothing", hana),
        ("Waking at four", "waking-at-four", june),
        ("What the kettle knows", "kettle", june),
        ("A window left open", "window", june),
        ("The first winter", "first-winter", otis),
    ):
        data = {
            "title": title, "slug": slug, "body": BODY, "summary": "What the ceiling knows.",
            **rows_data("bylines", [{"therapist": author, "name": "", "title": ""}]),
            **rows_data("references", []),
        }  # fmt: skip
        desk.post(desk.client(cast["editor"]), address(Article, "add"), data)
        articles[slug] = Article.objects.get(slug=slug)
        articles[slug].publish_at = THEN if slug not in ("on-waiting", "on-nothing") else None
        articles[slug].save()
    return articles | {"dishes": begun_by_author(cast)}


def begun_by_author(cast):
    """Her own draft, handed in: whoever began it stays beside it."""
    june = desk.client(cast["june"])
    data = {
        "title": "A draft about dishes", "slug": "dishes", "body": WITH_ADVICE,
        **rows_data("bylines", [{"therapist": cast["june as a therapist"], "name": "", "title": ""}]),
        **rows_data("references", []),
    }  # fmt: skip
    desk.post(june, address(Article, "add"), data)
    article = Article.objects.get(slug="dishes")
    return desk.save(june, article, "_submit")


def take_care(editor, cast, article):
    series = Series.objects.create(title="The first three months", description="In parts.")
    reference = {"text": "Ferris, A. (2019). On rest.", "url": ""}
    desk.save(
        editor,
        article,
        series=series.pk,
        series_order="1",
        reviewed_by=cast["hana as a therapist"].pk,
        reviewed_on="2026-06-01",
        next_review_on="2127-06-01",
        body=f"{BODY}<p>Some who cannot rest think of suicide.</p>",
        no_crisis_box_because="The text itself says whom to call.",
        opening_lines="Nobody sleeps.",
        posted_by="Walt Enderby",
        cta_heading="Company?",
        cta_text="We are here.",
        cta_team_label="Who we are",
        cta_start_label="Begin",
        changed_note="A date was wrong.",
        changed_on="2026-06-02",
        lead_image=practice.picture("bed", "An unmade bed").pk,
        specialties=[row.pk for row in cast["hana as a therapist"].specialties.all()],
        modalities=[row.pk for row in cast["hana as a therapist"].modalities.all()],
        **rows_data("references", [reference]),
        **UNTIL,
    )


def begin_by_pasting(editor):
    data = proposed(editor.post(START, {"html": PASTED}))
    desk.post(editor, START, data | {"confirm": "1"})
    assert Article.objects.get(title="The Lamp").left_out


def make_pages(cast):
    editor = desk.client(cast["editor"])
    for title, slug, button, more in (
        ("About us", "about", "_publish", {}),
        ("Privacy", "privacy", "_publish", {}),
        ("Fees", "fees", "_save", {}),
        ("What was", "what-was", "_publish", {}),
        (
            "What will be",
            "what-will-be",
            "_publish",
            AT | UNTIL | {"lists_trainees": "on", "lists_insurers": "on", "has_invitation": "on"},
        ),
        ("Never mind", "never-mind", "_save", {}),
    ):
        page = Page.objects.create(
            title=title,
            slug=slug,
            lede="In short.",
            body=BODY,
            publish_at=THEN,
        )
        desk.save(editor, page, button, **more)
        if slug == "what-was":
            desk.save(editor, page, "_withdraw")
        if slug == "never-mind":
            desk.post(editor, address(Page, "delete", page.pk), {"post": "yes"})
        if slug == "about":
            desk.save(editor, page, "_keep", title="About all of us")
            desk.press(editor, page, "swap", **SWAP)
        if slug in ("about", "privacy"):
            MenuItem.objects.create(place="foot", label=title, page=page)
