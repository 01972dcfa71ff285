from django.db.models import Prefetch, Q
from django.utils import timezone

from editing.models.publishing import PublishableQuerySet
from team.models import Specialty, Therapist

TEXT = ("body",)


def is_still_to_come(today=None):
    """The condition for what is not over. The twin of ``Group.is_over``."""
    today = today or timezone.localdate()
    has_no_end = Q(ends_on=None) & (~Q(kind="workshop") | Q(begins_on=None))
    is_a_day_to_come = Q(ends_on=None, kind="workshop", begins_on__gte=today)
    return Q(ends_on__gte=today) | has_no_end | is_a_day_to_come


class GroupQuerySet(PublishableQuerySet):
    def to_come(self, today=None):
        """What goes on or is still to come: of the rest, only the address stays."""
        return self.filter(is_still_to_come(today))

    def listed(self, at=None):
        """What lists, search and sitemap may show."""
        return self.published(at).to_come()

    def once_public(self):
        """What visitors have read at some time, whether or not it is still there."""
        return self.filter(first_published_at__lte=timezone.now())

    def with_what_it_names(self):
        """With its place, its topics, and who is to lead it: of those, no more than which they are, and until when."""
        return self.select_related("location").prefetch_related(
            Prefetch("specialties", Specialty.objects.for_naming()),
            Prefetch(
                "leaders", Therapist.objects.only("pk", "left_on").order_by("order", "name", "pk")
            ),
        )
