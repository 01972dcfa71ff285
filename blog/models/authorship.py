from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class AuthorshipAnswerQuerySet(models.QuerySet):
    def about(self, article):
        """What was said of names anywhere, and of this article; the oldest first."""
        return self.filter(Q(article=article.pk or 0) | ~Q(key="")).order_by("at", "pk")


class AuthorshipAnswer(models.Model):
    """Somebody's word on who wrote a text. Rows are only added; the last one counts.

    With a ``key`` it is about a name, wherever that stands: "J. Aldecott" is June Aldecott, or is
    not. Without one it is about one article: June Aldecott wrote it, or did not.
    """

    article = models.ForeignKey(
        "blog.Article", on_delete=models.SET_NULL, null=True, related_name="authorship_answers"
    )
    # The text that was there when it was said.
    version = models.ForeignKey(
        "editing.Version", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    therapist = models.ForeignKey("team.Therapist", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=300, blank=True)
    key = models.CharField(max_length=300, blank=True, db_index=True)
    is_them = models.BooleanField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    objects = AuthorshipAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = []

    def __str__(self):
        if self.key:
            text = (
                _("“%(name)s” is %(person)s") if self.is_them else _("“%(name)s” is not %(person)s")
            )
        else:
            text = _("%(person)s wrote it") if self.is_them else _("%(person)s did not write it")
        return text % {"name": self.name, "person": self.therapist}
