"""Legal notices as search knows them: whoever looks for one finds the text in force."""

from collections.abc import Iterator, Mapping, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pages.models import LegalNotice, NoticeText
from pages.searched import below_heading
from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from writing.parts import parts
from writing.text import plain_text

Kind = LegalNotice.Kind
# What people call what a notice is about: its title is often that of the rule.
CALLED = {
    Kind.ESTIMATE: _("estimate in writing, what will it cost, surprise bill, billed more, overcharged, wrong bill, dispute a bill"),
    Kind.PRIVACY: _("records, chart, notes, file, HIPAA, who sees my records, copy of my records, share my information"),
    Kind.NONDISCRIMINATION: _("discrimination, everybody welcome, equal treatment, refuse to see, treated differently"),
    Kind.LANGUAGE_HELP: _("interpreter, translator, another language, sign language, ASL, deaf, large print, captions"),
    Kind.GRIEVANCE: _("complaint, complain, grievance, treated badly, bad experience, unhappy, report somebody"),
    Kind.ACCESSIBILITY: _("wheelchair, ramp, stairs, disability, deaf, blind, sign language, ASL, interpreter, captions, service animal, scent, fragrance, quiet, screen reader"),
    Kind.HEALTH_DATA: _("my data, health data, delete my data, sell my data, tracking"),
    Kind.BOARD: _("license, licensing board, register, complain about a therapist"),
}  # fmt: skip


def public() -> QuerySet[NoticeText]:
    return NoticeText.objects.public()


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for row in NoticeText.objects.filter(pk__in=ids).select_related("notice"):
        names = f"{row.notice}, {CALLED[Kind(row.notice.kind)]}"
        yield Piece(row.pk, row.title, names, plain_text(row.text))
        for part in parts(row.text):
            yield below_heading(row.pk, part, f"{row.title}, {row.notice}")


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    rows = public().defer("text").in_bulk([one.object_id for one in documents])
    return {one.pk: shown(one, row) for one in documents if (row := rows.get(one.object_id))}


def shown(document: Document, row: NoticeText) -> Shown:
    address = row.notice.get_absolute_url()
    if document.anchor:
        return Shown(f"{row.title}: {document.title}", f"{address}#{document.anchor}")
    return Shown(row.title, address)


def ids() -> QuerySet:
    return NoticeText.objects.values_list("pk", flat=True)


NOTICES = Source(
    kind="notice",
    name=_("Legal notice"),
    weight=1.0,
    template="",
    rows=public,
    ids=ids,
    pieces=pieces,
    show=show,
    called=("notice", "notices"),
    watches=(Watch("pages.NoticeText"),),
)
