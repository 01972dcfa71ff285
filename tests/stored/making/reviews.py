"""What was said of texts: every kind of answer, in every role, by every way that it can come."""

from datetime import timedelta

from django.utils import timezone

from blog.models import Article, AskedText
from editing import findings
from editing.models import PreviewLink, ReviewStep
from editing.rows import rows_data
from staff.admin_routes import address
from team.models import Supervision
from tests.blog.start.whole_text import proposed
from tests.stored.making import desk, texts


def make(cast, articles, known):
    editor = desk.client(cast["editor"])
    by_own_link(editor, cast, articles["waking-at-four"])
    by_copied_link(editor, cast, articles["kettle"])
    years_later(editor, cast, articles["first-winter"])
    without_a_yes(editor, cast, articles["window"])
    return_and_dismiss(editor, cast, articles["dishes"])
    who_wrote(editor, cast)
    by_changed_address(editor, cast, articles["window"])
    asked_for(editor, cast)
    known["previews"] = {str(link.uid): link.token for link in PreviewLink.objects.all()}


def by_own_link(editor, cast, article):
    """Yes by the link mailed to the supervisor's account; on the site; a change of wording, taken back."""
    desk.save(editor, article)
    hana = cast["hana"]
    desk.answer(desk.send_link(editor, article, hana.name, "supervisor", hana.email))
    desk.save(editor, article, "_publish")
    assert article.status() == "live"
    words = f"{texts.BODY}<p>And the crack in it.</p>"
    desk.save(editor, article, body=words, wording_only="on")
    link = PreviewLink.objects.order_by("-pk").first()
    path = f"/p/{link.token}/"
    desk.post(desk.client(), path, {"take_back": "1"})
    assert ReviewStep.objects.filter(kind="taken_back").exists()


def by_copied_link(editor, cast, article):
    """A yes that came by a link others had in their hands, and that somebody stands for."""
    desk.save(editor, article)
    desk.answer(desk.send_link(editor, article, cast["hana"].name, "supervisor"))
    step = ReviewStep.objects.get(how="copied", kind="approved")
    desk.press(desk.client(cast["iris"]), article, "take_on", step=step.pk)
    assert step.takers.exists()
    desk.save(editor, article, "_publish")
    assert article.status() == "live"


def years_later(editor, cast, article):
    """First out while he was supervised; now a clinician answers for a change."""
    desk.save(editor, article)
    hana = cast["hana"]
    link = desk.send_link(editor, article, hana.name, "supervisor", hana.email)
    desk.answer(link, reader=hana)
    desk.save(editor, article, "_publish")
    assert article.status() == "live"
    yesterday = timezone.localdate() - timedelta(days=1)
    Supervision.objects.filter(supervisee=cast["otis as a therapist"]).update(to_day=yesterday)
    desk.save(editor, article, "_keep", body=f"{texts.BODY}<p>It snowed.</p>")
    desk.answer(desk.send_link(editor, article, hana.name, "clinician", hana.email))


def without_a_yes(editor, cast, article):
    """Links that only read, the author's own, and one to an address somebody typed."""
    desk.save(editor, article)
    desk.send_link(editor, article, "Rosa Quill", "reader").revoke()
    desk.answer(desk.send_link(editor, article, cast["june"].name, "author"))
    typed = desk.send_link(editor, article, cast["hana"].name, "supervisor", "hana@mail.example")
    desk.answer(typed, "suggested", "Say “most nights”.")


def by_changed_address(editor, cast, article):
    """Somebody else had changed the address of the account that day."""
    hana = cast["hana"]
    hana.email, hana.saved_by = "hana.wexler@lowmoor.example", cast["manager"]
    hana.save()
    link = desk.send_link(editor, article, hana.name, "supervisor", hana.email)
    assert link.sent == "unsettled"
    desk.answer(link, "returned", "Not yet.")


def return_and_dismiss(editor, cast, article):
    desk.press(editor, article, "review", note="Shorter, please.")
    found = next(one for one in findings.open_of(article) if one["rule"] == "link-words")
    reason = {"key": found["key"], f"reason_{found['key']}": "It is a quotation."}
    desk.press(editor, article, "dismiss", **reason)


def asked_for(editor, cast):
    """A text that came by a private link, with something to correct; and a link that was taken back."""
    ask = address(Article, "ask")
    desk.post(editor, ask, {"name": "Rosa Quill", "is_mailed": "on", "email": "rosa@mail.example"})
    desk.post(editor, ask, {"revoke": str(AskedText.objects.get().uid)})
    desk.post(editor, ask, {"therapist": cast["june as a therapist"].pk})
    path = f"/t/{AskedText.objects.first().token}/"
    guest = desk.client()
    data = proposed(guest.post(path, {"text": "The Shelf\n\nIt holds three cups.\n\nOne is mine."}))
    desk.post(guest, path, data | {"recognizable": "nobody", "confirm": "1"})
    desk.post(guest, path, {"correct": "1", "note": "Four cups."})
    assert Article.objects.get(title="The Shelf").begun_by.exists()


def who_wrote(editor, cast):
    """Whether a name is somebody of the team: yes of one, no of another."""
    for number, name in enumerate(("J. Aldecott", "Jun Aldecott")):
        data = {
            "title": f"Signed {number}", "slug": f"signed-{number}", "body": texts.BODY,
            **rows_data("bylines", [{"therapist": "", "name": name, "title": ""}]),
            **rows_data("references", []),
        }  # fmt: skip
        desk.post(editor, address(Article, "add"), data)
        article = Article.objects.get(slug=f"signed-{number}")
        page = editor.get(address(article, "change", article.pk))
        question = page.context["who_questions"][0][0]
        chosen = cast["june as a therapist"].pk if number == 0 else "nobody"
        desk.press(editor, article, "who", answer=f"{question.token}:{chosen}")
