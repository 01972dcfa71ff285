from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from pages.addresses import SecureURLField


class MenuItemQuerySet(models.QuerySet):
    def for_site(self):
        return self.filter(is_shown=True).select_related("page")


class MenuItem(models.Model):
    """One entry of the menu in the head or the foot of every page."""

    class Slot(models.TextChoices):
        HEAD = "head", _("Head of the page")
        FOOT = "foot", _("Foot of the page")

    class Section(models.TextChoices):
        """Parts of the site that are always there, by URL name."""

        TEAM = "team:therapist_list", _("Team")
        SPECIALTIES = "team:specialty_list", _("Specialties")
        APPROACHES = "team:modality_list", _("Types of therapy")
        GROUPS = "groups:group_list", _("Groups and workshops")
        BLOG = "blog:article_list", _("Articles")
        CONTACT = "pages:contact", _("Contact")
        LOCATIONS = "pages:location_list", _("Where we are")
        GET_STARTED = "intake:inquiry_create", _("Get started")

    # The column is named as it was first: rows and backups hold it.
    place = models.CharField(_("where"), max_length=4, choices=Slot.choices, default=Slot.HEAD)
    label = models.CharField(_("words"), max_length=40)
    section = models.CharField(
        _("part of the site"), max_length=60, choices=Section.choices, blank=True
    )
    page = models.ForeignKey(
        "pages.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    outside_url = SecureURLField(
        _("address of another site"), blank=True, help_text=_("For example your client portal.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    is_shown = models.BooleanField(_("shown"), default=True)

    objects = MenuItemQuerySet.as_manager()

    class Meta:
        ordering = ["place", "order", "pk"]
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu")
        constraints = [
            models.CheckConstraint(
                condition=(
                    (~Q(section="") & Q(page__isnull=True) & Q(outside_url=""))
                    | (Q(section="") & Q(page__isnull=False) & Q(outside_url=""))
                    | (Q(section="") & Q(page__isnull=True) & ~Q(outside_url=""))
                ),
                name="pages_menuitem_one_target",
                violation_error_message=_(
                    "Choose one: a part of the site, a page, or the address of another site."
                ),
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def url(self):
        """Where the entry leads, or ``""`` while its page is not public."""
        if self.page_id:
            return self.page.get_absolute_url() if self.page.is_published else ""
        if self.outside_url:
            return self.outside_url
        try:
            return reverse(self.section)
        except NoReverseMatch:
            return ""
