from django.db.models import Prefetch, Q
from django.utils import timezone

from blog.models.byline import Byline
from editing.models.publishing import PublishableQuerySet
from team.models import Modality, Specialty

TEXT = ("body", "reference_rows", "left_out")


class ArticleQuerySet(PublishableQuerySet):
    def with_bylines(self):
        return self.prefetch_related(Prefetch("bylines", Byline.objects.for_naming()))

    def without_text(self):
        """Rows as lists need them: a text is some kilobytes, and nobody there reads it."""
        return self.defer(*TEXT)

    def for_listing(self):
        return self.with_bylines().without_text().select_related("lead_image")

    def with_what_it_names(self):
        return self.select_related("lead_image", "reviewed_by", "series")

    def for_detail(self):
        return self.with_what_it_names().prefetch_related(*who_and_about())

    def past_review(self, today=None):
        """Articles that somebody wanted to look over again by now."""
        return self.filter(next_review_on__lte=today or timezone.localdate())

    def bulk_create(self, objs, *args, **kwargs):
        objs = list(objs)
        for article in objs:
            article.note_text()
        return super().bulk_create(objs, *args, **kwargs)

    def written_by(self, user):
        """Articles that are this person's own: started by them, or under their name."""
        return self.filter(
            Q(created_by=user)
            | Q(pk__in=Byline.objects.filter(therapist__user=user).values("article"))
        )


def who_and_about():
    """What the page of an article shows of other tables, besides what it names: to be fetched for it."""
    return [
        Prefetch("bylines", Byline.objects.for_display()),
        Prefetch("specialties", Specialty.objects.for_naming()),
        Prefetch("modalities", Modality.objects.for_naming()),
    ]
