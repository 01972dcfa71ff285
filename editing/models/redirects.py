import unicodedata
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from staff.copied import web_address

LONGEST = 400
# Files and the desk: nobody is led away from there.
NEVER = (settings.STATIC_URL, settings.MEDIA_URL, "/admin/")


def spelled(path):
    """The one spelling of a path that is already decoded, as ``request.path`` is: a slash at the end
    unless it names a file, and what would end a path written with escapes, so that reading it again
    changes nothing. Raises ``ValidationError`` for what is no path."""
    # Browsers take dots away before they ask, so a page of dots would be another page.
    has_dots = not {".", ".."}.isdisjoint(path.split("/"))
    if not is_text(path) or has_dots or not path.startswith("/") or path.startswith("//"):
        raise ValidationError(_("Write an address of this site that begins with /."))
    path = path.rstrip("/")
    if "." not in path.rpartition("/")[2]:
        path += "/"
    path = path.replace("%", "%25").replace("?", "%3F").replace("#", "%23")
    if len(path) > LONGEST:
        raise ValidationError(_("This address is too long."))
    return path


def is_text(text):
    """No control characters, and nothing that databases or headers cannot carry."""
    return not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text)


def normal_path(text):
    """``/blog/2024/5/post/`` from a path or a whole web address, without its question."""
    parts = parts_of(text)
    if parts.netloc:
        path = parts.path or "/" if parts.scheme in ("http", "https") else ""
    else:
        path = "" if parts.scheme else parts.path
    return spelled(unquote(path))


def normal_target(text):
    """A path of this site, or a secure address elsewhere as it is."""
    parts = parts_of(text)
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    if (parts.scheme or parts.netloc) and not is_web:
        raise ValidationError(
            _("Begin with / for a page of this site, or with https:// elsewhere.")
        )
    if not parts.netloc or is_this_site(parts):
        if parts.query or parts.fragment:
            raise ValidationError(_("Leave out what follows the page: everything from ? or # on."))
        return normal_path(text)
    if parts.scheme != "https":
        raise ValidationError(_("An address elsewhere has to begin with https://."))
    text = urlunsplit(parts)  # the scheme in small letters
    if len(text) > LONGEST or " " in text or not is_text(text):
        raise ValidationError(_("This address is too long, or has a space in it."))
    return text


def is_this_site(parts):
    site = urlsplit(settings.SITE_URL)
    return parts.hostname == site.hostname and parts.port in (None, 80, 443, site.port)


def parts_of(text):
    try:
        parts = urlsplit(web_address(text))
        parts.hostname, parts.port  # noqa: B018  read only now, and then refused
    except ValueError:
        raise ValidationError(_("This is not a web address.")) from None
    return parts


def location_of(target, query=""):
    """The target as a header carries it, with what the visitor's own address asked."""
    parts = urlsplit(target if target.startswith("https:") else quote(unquote(target)))
    joined = "&".join(filter(None, [parts.query, query]))
    return urlunsplit(parts._replace(query=joined))


class RedirectQuerySet(models.QuerySet):
    def target_of(self, path):
        """Where a decoded path leads now, or None. Any path may be asked."""
        try:
            path = spelled(path)
        except ValidationError:
            return None
        return self.filter(old_path=path).values_list("new_path", flat=True).first()

    @transaction.atomic
    def leave(self, old, new, by=None):
        """Let ``old`` lead to ``new``, and with it what led to ``old``. ``new`` is an address that
        lives, so it leads nowhere else. Returns the row, or None if they are the same."""
        old, new = normal_path(old), normal_target(new)
        self.filter(old_path=new).delete()
        if old == new:
            return None
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

    @transaction.atomic
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        # No chains: what led here goes on in one step.
        Redirect.objects.filter(new_path=self.old_path).exclude(old_path=self.new_path).update(
            new_path=self.new_path
        )

    def clean(self):
        faults = {}
        for name, spell in (("old_path", normal_path), ("new_path", normal_target)):
            if text := getattr(self, name):
                try:
                    setattr(self, name, spell(text))
                except ValidationError as error:
                    faults[name] = error
        if "old_path" not in faults and self.old_path.startswith(NEVER):
            faults["old_path"] = _("Files and the desk keep their addresses; nobody is led away.")
        if faults:
            raise ValidationError(faults)
        others = Redirect.objects.exclude(pk=self.pk).filter(old_path=self.new_path)
        onward = others.values_list("new_path", flat=True).first()
        if onward and onward == self.old_path:
            message = _("%(new)s leads to this address already, so a visitor would go in a circle.")
            raise ValidationError({"new_path": message % {"new": self.new_path}})
        if onward:
            self.new_path = onward
