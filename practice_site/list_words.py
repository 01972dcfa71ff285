"""What a list calls its first button, and what it says to somebody who has nothing in it yet."""

from typing import Any, NamedTuple

from django.db.models.options import Options
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _


class Words(NamedTuple):
    add: Any
    nothing: Any = _("Nothing here yet.")


WORDS = {
    "blog.Article": Words(
        _("Write"), _("No article yet. The first one is yours; nobody sees it until you say so.")
    ),
    "blog.Series": Words(
        _("Begin a series"), _("No series yet. One holds articles that belong together, in order.")
    ),
    "pictures.Image": Words(
        _("Bring a picture"), _("No picture yet. What you bring here can be used by any article or page.")
    ),
    "team.Therapist": Words(
        _("Add a therapist"), _("Nobody yet. A profile is on the site once you say that it is shown.")
    ),
    "team.Supervision": Words(
        _("Write down a supervision"), _("No supervision is written down. With one, the supervisor is named.")
    ),
    "team.PracticeAuthority": Words(
        _("Write down a license"),
        _("No license is written down. Without one, nobody is shown for any state."),
    ),
    "team.TitleWording": Words(
        _("Add the words of a state"),
        _("No words are written down. A trainee is shown with the title line, and the supervisor’s name."),
    ),
    "team.Compact": Words(
        _("Add a compact"), _("No compact is written down. One lets a license of one state be used in others.")
    ),
    "team.OfficePerson": Words(_("Add somebody"), _("Nobody from the office is shown yet.")),
    "groups.Group": Words(
        _("Begin a group or workshop"),
        _("No group yet. It is on the site once you publish it, and leaves the lists when it is over."),
    ),
    "pages.Page": Words(
        _("Begin a page"), _("No page yet. Fees or a privacy notice are good first ones.")
    ),
    "pages.Location": Words(
        _("Add a place"),
        _("No place yet. One that says how people get in has a page; who meets by video alone needs none."),
    ),
    "pages.ClosureDay": Words(
        _("Say when you are closed"),
        _("No day is written down. On one, nobody is promised an answer, and every page says so."),
    ),
    "pages.Announcement": Words(
        _("Tell visitors something"),
        _("No announcement. One stands at the top of every page, for as long as you say."),
    ),
    "pages.MenuItem": Words(_("Add a line to the menu"), _("The menu is empty.")),
    "pages.ContactRoute": Words(
        _("Add a way to reach you"), _("No other way yet, for physicians or the press, say.")
    ),
    "pages.CrisisResource": Words(_("Add a crisis line")),
    "pages.LegalNotice": Words(_("Add a notice"), _("No notice is in the list.")),
    "pages.NoticeText": Words(
        _("Write a text"), _("No text yet. Without one, nothing stands on the site.")
    ),
    "editing.Redirect": Words(
        _("Add an old address"),
        _("No old address yet. Where a page moves, its old address comes here by itself."),
    ),
    "intake.SavedAnswer": Words(
        _("Write an answer to save"),
        _("No answer yet. What you write again and again can stand here, and begins a message."),
    ),
    "outbox.Message": Words("", _("No email yet. What this site sends stands here.")),
    "staff.User": Words(_("Invite somebody"), _("Nobody else yet. Who is invited gets an email.")),
}  # fmt: skip


def words_of(opts: Options) -> Words:
    return WORDS.get(opts.label) or Words(
        format_lazy(_("Add {name}"), name=opts.verbose_name)  # one of a kind that says enough
    )
