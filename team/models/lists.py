from django.db.models import Case, F, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from editing.models import EditableQuerySet, ReviewStep
from team.models.authority import PracticeAuthority
from team.models.credentials import Credential
from team.models.payment import PayerParticipation
from team.models.room import FRESH_FOR
from team.models.supervision import Supervision
from team.models.visibility import is_listed
from team.models.vocabulary import Specialty

TEXTS = ("biography", "first_session")
# Where a next text stands, beside what was said of it.
HAS_TIME, KEPT = "has_time", "kept"


OWN = PracticeAuthority.objects.select_related("compact", "wording").order_by("pk")
# What ``where`` reads of somebody, beside the supervisions. Compacts and covering supervisors are rare: where there
# are none nothing is asked for them.
OF_AUTHORITY = [
    Prefetch("authorities", OWN),
    "authorities__compact__members",
    Prefetch("supervisions__supervisor__authorities", OWN),
    Prefetch("supervisions__deputy__authorities", OWN),
    Prefetch("translation_of__authorities", OWN),
]


class TherapistQuerySet(EditableQuerySet):
    def listed(self, today=None):
        """Therapists a visitor may see. The twin of ``Therapist.is_public``."""
        return self.filter(is_listed(today=today))

    def to_confirm(self, today=None):
        """Whose word on room is not fresh: see ``room.age_of``."""
        since = (today or timezone.localdate()) - FRESH_FOR
        is_old = Q(availability_confirmed_on=None) | Q(availability_confirmed_on__lt=since)
        return self.filter(is_old)

    def with_where_next_text_stands(self):
        """``next_text``: a time is set for it; or what was said of it last: ``submitted``, it waits for a yes,
        ``returned``, it came back with a note; or nothing of all that. Empty where there is none."""
        of_next = ReviewStep.objects.about_going_out().filter(
            version__number__gt=OuterRef("current_version")
        )
        has_none = Q(latest_version__lte=F("current_version"))
        return self.annotate(
            next_text=Case(
                When(has_none, then=Value("")),
                When(swap_at__isnull=False, then=Value(HAS_TIME)),
                default=Coalesce(of_next.last_kind(self.model), Value(KEPT)),
            )
        )

    def with_next_text(self, stands):
        """Those whom visitors read as they were before a next text that stands there."""
        return self.listed().with_where_next_text_stands().filter(next_text=stands)

    def for_naming(self):
        """With what stands beside a name: credentials, and whoever supervises."""
        return self.prefetch_related(
            Prefetch("credentials", Credential.objects.order_by("order", "pk")),
            Prefetch("supervisions", Supervision.objects.current().select_related("supervisor")),
            "supervisions__supervisor__credentials",
            *OF_AUTHORITY,
        )

    def for_card(self):
        return self.for_naming().select_related("photo")

    def for_matching(self):
        """With what decides whom they may see, and could."""
        return self.for_naming().prefetch_related(
            Prefetch("specialties", Specialty.objects.order_by("therapistspecialty__order")),
            "populations",
            "languages",
            Prefetch("payer_participations", PayerParticipation.objects.select_related("payer")),
        )

    def for_calendar(self):
        """With what decides where they may practice, on any day."""
        supervisions = Prefetch(
            "supervisions", Supervision.objects.select_related("supervisor", "deputy")
        )
        return self.prefetch_related(supervisions, *OF_AUTHORITY)

    def for_directory(self):
        """With what lists show, filters ask and a profile says, but for its texts: these are on nobody's card."""
        return self.for_profile().prefetch_related("therapistspecialty_set").defer(*TEXTS)

    def for_profile(self):
        related = ("modalities", "fees", "identities")
        return self.for_matching().select_related("photo").prefetch_related(*related)
