"""What each role may do. Roles are groups, synced from here by ``manage.py sync_roles``;
nobody edits them by hand, and a person may have several.

Inquiries are the confidential room: only the coordinator's role opens it.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VIEW = ("view",)
ALL = ("view", "add", "change", "delete")


@dataclass(frozen=True)
class Role:
    label: str | Promise
    description: str | Promise
    permissions: frozenset[str]


def may(app: str, models: str, verbs: tuple[str, ...] = ALL) -> set[str]:
    return {f"{app}.{verb}_{model}" for model in models.split() for verb in verbs}


NOTICES = may("pages", "closureday announcement")
PAGES = (
    may("pages", "page")
    | may("groups", "group")
    | may("pictures", "image")
    | may("editing", "redirect")
)
VOCABULARY = may("team", "specialty modality population language identity payer")
LICENSES = "supervision practiceauthority compact titlewording"
PEOPLE = may("team", f"therapist officeperson {LICENSES}")
FACTS = "practice openinghours location contactroute crisisresource legalnotice noticetext"
SEARCH = may("search", "samemeaning dangerwords")
ARTICLES = may("blog", "article byline series") | {"blog.publish_article"}
# A picture may be in use elsewhere, so those who only bring their own do not change or remove any.
OWN_PICTURES = may("pictures", "image", ("view", "add"))
# Changing is sending again: the text and the address of a mail stay as they are.
MAIL = may("outbox", "message", ("view", "change"))

ROLES = {
    "manager": Role(
        _("Manager"),
        _(
            "Invites people. Keeps the practice's facts, the menu, pages, articles and the team. Sees "
            "who opened inquiries, and opens none."
        ),
        frozenset(
            may("staff", "user", ("view", "add", "change"))
            | may("pages", "practice", ("view", "change"))
            | may("pages", "openinghours location contactroute crisisresource menuitem")
            | may("pages", "legalnotice noticetext")
            | NOTICES
            | PAGES
            | VOCABULARY
            | SEARCH
            | PEOPLE
            | {"team.confirm_room"}
            | ARTICLES
            | MAIL
            | may("intake", "monthlydemand roomevent", VIEW)
            | may("intake", "carealoneage savedanswer")
        ),
    ),
    "editor": Role(
        _("Editor"),
        _("Writes, schedules and publishes articles. Keeps pages, pictures and announcements."),
        frozenset(
            ARTICLES
            | PAGES
            | VOCABULARY
            | SEARCH
            | may("pages", "announcement")
            | may("team", "therapist officeperson", VIEW)
        ),
    ),
    "author": Role(
        _("Author"),
        _("Writes their own articles; an editor publishes them."),
        frozenset({"blog.write_own_article"} | OWN_PICTURES),
    ),
    "coordinator": Role(
        _("Coordinator"),
        _(
            "Reads, answers and erases inquiries. Keeps closure days and announcements, and who has room."
        ),
        frozenset(
            may("intake", "inquiry referralcontact savedanswer")
            | may("intake", "roomevent monthlydemand carealoneage", VIEW)
            | NOTICES
            | may("pages", FACTS, VIEW)
            | may("team", f"therapist officeperson {LICENSES}", VIEW)
            # They hear of it first: they place people.
            | {"team.confirm_room"}
            | may("groups", "group", VIEW)
            | MAIL
        ),
    ),
    "clinician": Role(
        _("Clinician"),
        _("Edits their own profile: the texts, and whether they are accepting new clients."),
        frozenset({"team.change_own_profile"} | OWN_PICTURES),
    ),
}
