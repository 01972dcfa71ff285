"""Whose rows kept pages show: a page that reads another table is not kept."""

import re
from functools import lru_cache

from django.apps import apps

from freshness.basis import Basis
from freshness.kept import Kept
from freshness.marks import Mark

OF = [
    "blog.Article", "blog.Article_modalities", "blog.Article_specialties", "blog.Byline", "blog.Series",
    "editing.Redirect", "editing.Version",
    "groups.Group", "groups.Group_leaders", "groups.Group_specialties",
    # Whether somebody could open what the form takes in, and what it may say of answers: not what anybody wrote.
    "intake.Grant", "intake.Inquiry", "intake.KeyHolder", "intake.NewKey", "intake.PracticeKey", "intake.RoomEvent",
    # Whom the form names.
    "intake.ReferralContact",
    "pages.Announcement", "pages.ClosureDay", "pages.ContactRoute", "pages.CrisisResource", "pages.LegalNotice", "pages.Location",
    "pages.MenuItem", "pages.NoticeText", "pages.OpeningHours", "pages.Page", "pages.Practice",
    "pictures.Image",
    "team.Compact", "team.CompactMember", "team.Credential", "team.Fee", "team.Identity", "team.Language", "team.Modality", "team.OfficePerson", "team.Payer",
    "team.PayerParticipation", "team.Population", "team.PracticeAuthority", "team.Specialty", "team.Supervision",
    "team.Therapist",
    "team.TherapistSpecialty", "team.TitleWording", "team.Therapist_languages", "team.Therapist_modalities",
    "team.Therapist_identities", "team.Therapist_populations",
    "staff.User", "staff.User_groups", "staff.User_user_permissions", "auth.Group", "auth.Group_permissions",
    "auth.Permission", "contenttypes.ContentType",
]  # fmt: skip
MARK = Mark("practice_site.pages", OF)
TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"')


def are_watched(basis: Basis) -> bool:
    """Whether every row that the basis reads is of ``OF``: only then a write to it is noticed."""
    return all(tables_of(sql) <= watched() for sql, _params in basis.statements) and all(
        set(Kept.every[name].models) <= {*OF} for name in basis.kept
    )


@lru_cache(maxsize=500)
def tables_of(sql: str) -> frozenset[str]:
    return frozenset(TABLE.findall(sql))


@lru_cache(maxsize=1)
def watched() -> frozenset[str]:
    return frozenset(apps.get_model(label)._meta.db_table for label in OF)
