from urllib.parse import quote, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

LONGEST = 400


def normal_path(text):
    """``/blog/2024/5/post/`` from a path or a whole address, however it is written.

    No question, no fragment, one slash at the end. Raises ``ValidationError`` for what is no path.
    """
    try:
        path = unquote(urlsplit(text.strip()).path)
    except ValueError:
        path = ""
    if not path.startswith("/") or path.startswith("//") or any(ord(sign) < 32 for sign in path):
        raise ValidationError(_("Write an address of this site that begins with /."))
    path = path if path.endswith("/") else f"{path}/"
    if len(path) > LONGEST:
        raise ValidationError(_("This address is too long."))
    return path


def normal_target(text):
    """A path of this site, or a secure address elsewhere as it is."""
    text = text.strip()
    if text.startswith("https://") and not text.startswith(settings.SITE_URL + "/"):
        if len(text) > LONGEST or any(ord(sign) <= 32 for sign in text):
            raise ValidationError(_("This address is too long, or has a space in it."))
        return text
    return normal_path(text)


class RedirectQuerySet(models.QuerySet):
    def target_of(self, path):
        """Where an old path leads now, or None. Any path may be asked."""
        try:
            path = normal_path(path)
        except ValidationError:
            return None
        return self.filter(old_path=path).values_list("new_path", flat=True).first()

    @transaction.atomic
    def leave(self, old, new, by=None):
        """Let ``old`` lead to ``new``. What led to ``old`` leads there too, so no chain comes about;
        ``new`` is an address that lives, so it leads nowhere else. Returns the row, or None if they
        are the same."""
        old, new = normal_path(old), normal_target(new)
        self.filter(old_path=new).delete()
        if old == new:
            return None
        self.filter(new_path=old).exclude(old_path=new).update(new_path=new)
        name = by.get_full_name() if by else ""
        row, _is_new = self.update_or_create(
            old_path=old, defaults={"new_path": new, "created_by": by, "created_by_name": name}
        )
        return row


class Redirect(models.Model):
    """An address that something public once had, and where it leads now."""

    old_path = models.CharField(
        _("old web address"),
        max_length=LONGEST,
        unique=True,
        help_text=_("As it was, from the first slash on: /blog/2024/5/rest/"),
    )
    new_path = models.CharField(
        _("leads to"),
        max_length=LONGEST,
        db_index=True,
        help_text=_(
            "A page of this site, like /blog/rest/, or an address with https:// elsewhere."
        ),
    )
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_by_name = models.CharField(_("by"), max_length=150, blank=True, editable=False)

    objects = RedirectQuerySet.as_manager()

    class Meta:
        ordering = ["old_path"]
        verbose_name = _("old web address")
        verbose_name_plural = _("old web addresses")
        constraints = [
            models.CheckConstraint(
                condition=~Q(old_path=F("new_path")),
                name="editing_redirect_leads_on",
                violation_error_message=_("This would lead to itself."),
            ),
        ]

    def __str__(self):
        return self.old_path

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Redirect.objects.filter(new_path=self.old_path).exclude(old_path=self.new_path).update(
            new_path=self.new_path
        )

    def clean(self):
        self.old_path, self.new_path = normal_path(self.old_path), normal_target(self.new_path)
        onward = Redirect.objects.exclude(pk=self.pk).target_of(self.new_path)
        if onward == self.old_path:
            words = _("%(new)s leads to this address already, so a visitor would go in a circle.")
            raise ValidationError({"new_path": words % {"new": self.new_path}})
        if onward:
            self.new_path = onward


def location_of(target):
    """The target as a header carries it."""
    return target if target.startswith("https://") else quote(target)
