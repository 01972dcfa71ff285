"""What editing has to know of a therapist's profile."""

from django.utils.translation import gettext_lazy as _

from editing import review_steps, swapping
from editing.contents import Content
from team.forms import TherapistForm
from team.models import TIMES, Therapist
from team.views import TherapistDetailView

WHEN = [field for field, _words in TIMES.values()]
AVAILABILITY = ["availability", "availability_note", *WHEN, "availability_confirmed_on"]
SHARED = ["identities"]
HELD_BACK = ["first_name_only", "is_without_photo", "is_out_of_search", "is_without_place"]
OWN_TEXT = ["opening_lines", "biography", "first_session"]


class TherapistContent(Content):
    model = Therapist
    form = TherapistForm
    fieldsets = [
        (None, {"fields": ["name", "slug", "pronouns", "title", "photo"]}),
        (_("In this person’s words"), {"fields": OWN_TEXT}),
        (_("New clients"), {"fields": AVAILABILITY}),
        (
            _("What and for whom"),
            {"fields": ["ordered_specialties", "modalities", "populations", "languages"]},
        ),
        (
            _("How and where"),
            {"fields": [("is_in_person", "is_video", "is_phone")]},
        ),
        (_("Credentials and fees"), {"fields": ["credentials", "fees", "payer_participations"]}),
        (_("In results of a search"), {"fields": ["search_description"]}),
        (_("Shared by choice"), {"fields": SHARED}),
        (_("Not to be shown"), {"fields": HELD_BACK}),
        (_("On the site"), {"fields": ["is_listed", "order", "left_on"]}),
    ]
    unversioned_fields = (
        "slug",
        *AVAILABILITY,
        # What somebody took back does not return with an older text.
        *SHARED,
        *HELD_BACK,
        "is_listed",
        "order",
        "left_on",
        "user",
    )
    substance_fields = ("name", "title", *OWN_TEXT)
    detail_view = TherapistDetailView

    def is_out(self, row):
        return Therapist.objects.filter(pk=row.pk, is_listed=True).exists()

    def is_read(self, row):
        return row.is_public

    def ask_in_place_of_times(self):
        for person in Therapist.objects.exclude(swap_at=None).select_related("user"):
            version, own = person.next_version(), person.user
            is_own = version and own and version.made_by_id == own.pk
            if is_own and not own.has_perm("team.change_therapist"):
                swapping.cancel(person)
                review_steps.ask_once(self, person, version, own)
