from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from editing.addresses import KeepsOldAddresses
from editing.models.dated_words import DatedWords
from pages.addresses import SecureURLField
from pages.models.own_words import OwnTitle
from pages.models.practice import Practice, phone_validator
from staff.copied import PhoneNumber

# What somebody who comes would like to know before: one of these makes a page.
TEXTS = ("getting_here", "entrance", "parking", "transit", "inside")
YES = ("is_step_free", "has_elevator", "has_restroom")
LONGEST_SLUG = 80


class LocationQuerySet(models.QuerySet):
    def with_pages(self):
        """Those that somebody could come to, of which more is told than the address. The twin of
        ``Location.has_page``."""
        something = Q()
        for name in TEXTS:
            something |= ~Q(**{name: ""})
        for name in YES:
            something |= Q(**{name: True})
        return self.filter(something).exclude(street="", city="").exclude(slug="")


class Location(OwnTitle, DatedWords, KeepsOldAddresses):
    WORDS = ("name", "street", "city", "phone", "hours", *TEXTS, *YES)

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE)
    name = models.CharField(
        _("name"), max_length=80, help_text=_("For example: The house on Larch Street")
    )
    slug = models.SlugField(
        _("web address"),
        max_length=LONGEST_SLUG,
        blank=True,
        help_text=_("Made from the name where it is left empty."),
    )
    street = models.CharField(_("street"), max_length=160, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    state = models.CharField(_("state"), max_length=2, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=10, blank=True)
    phone = PhoneNumber(
        _("phone"),
        max_length=30,
        blank=True,
        validators=[phone_validator],
        help_text=_("Only where it is another one than the practice’s."),
    )
    hours = models.CharField(
        _("open when"),
        max_length=160,
        blank=True,
        help_text=_("For example: Mondays and Thursdays; ring the second bell"),
    )
    getting_here = models.TextField(
        _("getting here and getting in"),
        blank=True,
        help_text=_("Parking, transit, steps, elevator, restroom."),
    )
    entrance = models.TextField(
        _("the door, and steps"),
        blank=True,
        help_text=_("Which door, how many steps, a rail, a bell, how wide."),
    )
    parking = models.TextField(_("parking"), blank=True)
    transit = models.TextField(_("bus and train"), blank=True)
    inside = models.TextField(
        _("inside"),
        blank=True,
        help_text=_("The waiting room, the restroom, where one hears what."),
    )
    is_step_free = models.BooleanField(
        _("there is a way in without a step"), default=False, help_text=_("Tick only what is so.")
    )
    has_elevator = models.BooleanField(_("there is an elevator"), default=False)
    has_restroom = models.BooleanField(
        _("there is a restroom for people in wheelchairs"), default=False
    )
    map_url = SecureURLField(
        _("address of a map"),
        blank=True,
        help_text=_("A link only: nothing is loaded from there unless somebody follows it."),
    )
    picture = models.ForeignKey(
        "pictures.Image",
        verbose_name=_("picture"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("What one sees from the street: it is found more easily."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = LocationQuerySet.as_manager()

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=~Q(slug=""),
                name="pages_location_address_unique",
                violation_error_message=_("Another location already has this web address."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self.own_slug()
        if not self.__dict__.get("_stored_slug", self.slug):
            # A row that was written in bulk had no address yet that could lead here.
            self._stored_slug = self.slug
        super().save(*args, **kwargs)

    def own_slug(self):
        stem = slugify(self.name)[: LONGEST_SLUG - 5] or "place"
        taken = {*Location.objects.exclude(pk=self.pk).values_list("slug", flat=True)}
        numbers = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
        return next(slug for slug in (stem, *numbers) if slug not in taken)

    def get_absolute_url(self):
        return reverse("pages:location_detail", args=[self.slug]) if self.slug else ""

    def is_of(self, row):
        """In the form of the practice's facts: the same place, by its name or its street."""
        return row["name"] == self.name or bool(self.street and row["street"] == self.street)

    @property
    def has_page(self):
        tells = any(getattr(self, name) for name in (*TEXTS, *YES))
        return bool(tells and self.slug and (self.street or self.city))

    @property
    def had_public_address(self):
        return self.has_page

    @property
    def is_at_its_address(self):
        return self.has_page

    @property
    def yes_in_words(self):
        """What is so, of what somebody may need."""
        words = {
            "is_step_free": _("A way in without a step"),
            "has_elevator": _("Elevator"),
            "has_restroom": _("Restroom for people in wheelchairs"),
        }
        return [said for name, said in words.items() if getattr(self, name)]
