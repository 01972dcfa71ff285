from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext_lazy as _

from pictures import renditions
from pictures.renditions import ORIGINAL
from pictures.where_used import usages_of


@dataclass
class Picture:
    """What a template needs to draw one crop: srcsets by type, and the ``<img>`` for every browser."""

    sources: list  # of (MIME type, srcset)
    src: str
    srcset: str
    width: int
    height: int


class ImageQuerySet(models.QuerySet):
    def from_upload(self, file, **fields):
        """Take a file into the library. Raises ``ValidationError`` with a sentence for the person."""
        image = self.model(**fields)
        image.full_clean(exclude=["file"])
        image.take(renditions.master_of(file))
        image.save(using=self.db)
        return image

    def delete(self):
        # One by one: each has files of its own, and may be needed by a text.
        with transaction.atomic(using=self.db):
            return sum(image.delete()[0] for image in self), {}

    delete.alters_data = True
    delete.queryset_only = True


class Image(models.Model):
    """A picture of the library. ``file`` is the re-encoded master, never what was uploaded.

    ``renditions`` says what was made of it, so that a page shows a picture without asking the disk:
    ``{"master": name, "focus": [x, y], "recipe": digest, "crops": {ratio: {kind: [[width, height, name], …]}}}``
    """

    file = models.ImageField(
        _("picture"),
        upload_to="images/",
        width_field="width",
        height_field="height",
        max_length=200,
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    alt = models.CharField(
        _("description for people who cannot see it"),
        max_length=300,
        blank=True,
        help_text=_("What matters in the picture, in a sentence."),
    )
    is_decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_("It says nothing that the text does not; screen readers skip it."),
    )
    focal_x = models.FloatField(
        _("focus, from the left"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    focal_y = models.FloatField(
        _("focus, from the top"),
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    credit = models.CharField(_("credit"), max_length=160, blank=True)
    renditions = models.JSONField(default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = ImageQuerySet.as_manager()

    class Meta:
        # Where the rows were before pictures had an app of their own; the names below say so too.
        db_table = "pages_image"
        ordering = ["-created_at", "-pk"]
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                condition=(~Q(alt="") & Q(is_decorative=False))
                | (Q(alt="") & Q(is_decorative=True)),
                name="pages_image_alt_or_decorative",
                violation_error_message=_(
                    "Describe the picture, or mark it as only decoration (not both)."
                ),
            ),
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="pages_image_focus_inside",
                violation_error_message=_("The focus must lie inside the picture."),
            ),
        ]

    def __str__(self):
        return self.alt or self.credit or self.file.name

    def save(self, **kwargs):
        outdated = set()
        if self.file and not self.file._committed:
            # Whoever assigned a file to the field: what is kept is the master, not the upload.
            self.take(renditions.master_of(self.file.file))
        if self.file and not self.renditions_fit():
            before = self.names()
            self.make_renditions()
            outdated = before - self.names()
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "renditions"}
        with transaction.atomic(using=kwargs.get("using")):
            super().save(**kwargs)
            self.discard_after_commit(outdated)

    def delete(self, **kwargs):
        if self.pk and (usages := usages_of(self)):
            raise ProtectedError(
                f"Picture {self.pk} is still shown somewhere.", {usage.row for usage in usages}
            )
        names = self.names()
        with transaction.atomic(using=kwargs.get("using")):
            done = super().delete(**kwargs)
            self.discard_after_commit(names)
        return done

    def take(self, master):
        """Make an encoded master this row's file. Saving then makes the renditions."""
        self.file = store(f"images/{master.digest}.{master.kind}", master.data)

    @property
    def focus(self):
        return [self.focal_x, self.focal_y]

    def renditions_fit(self):
        return self.are_sizes_of_this_file() and self.renditions.get("focus") == self.focus

    def are_sizes_of_this_file(self):
        """Whether they are of this master, in today's sizes; where they were cut is another question."""
        made = self.renditions
        recipe = made.get("recipe", renditions.FIRST_RECIPE)
        return made.get("master") == self.file.name and recipe == renditions.RECIPE

    def make_renditions(self):
        crops, ratios = {}, list(renditions.RATIOS)
        if self.are_sizes_of_this_file():
            # Only the focus moved; the uncropped sizes keep their names, also in old feed readers.
            crops[ORIGINAL] = self.renditions["crops"][ORIGINAL]
            ratios.remove(ORIGINAL)
        with self.file.storage.open(self.file.name) as master:
            made = renditions.crops_of(master, self.focus, ratios)
        folder = self.file.name.rpartition(".")[0]
        for ratio, files in made.items():
            crops[ratio] = {}
            for rendition in files:
                name = f"{folder}/{rendition.width}x{rendition.height}-{rendition.digest}.{rendition.kind}"
                stored = [rendition.width, rendition.height, store(name, rendition.data)]
                crops[ratio].setdefault(rendition.kind, []).append(stored)
        self.renditions = {
            "master": self.file.name,
            "focus": self.focus,
            "recipe": renditions.RECIPE,
            "crops": crops,
        }

    def names(self):
        """Every file this row names."""
        crops = self.renditions.get("crops", {}).values()
        names = {name for crop in crops for files in crop.values() for _, _, name in files}
        return names | {self.renditions["master"]} if self.renditions else names

    def discard_after_commit(self, names):
        transaction.on_commit(lambda: discard(names))

    def picture(self, ratio=ORIGINAL, most=None):
        """The crop in one of ``renditions.RATIOS``; costs no query and no look at the disk. ``most``: of no more use
        than these pixels of width."""
        if ratio not in renditions.RATIOS:
            raise ValueError(f"There is no crop {ratio!r}, only {', '.join(renditions.RATIOS)}.")
        crops = self.renditions.get("crops")
        if not crops:
            # A row some bulk write made without save(): the master itself is shown.
            return Picture([], self.file.url, "", self.width, self.height)
        crop = {
            kind: up_to(most, files)
            for kind, files in (crops.get(ratio) or crops[ORIGINAL]).items()
        }
        fallback_kind = "png" if "png" in crop else "jpg"
        fallback = crop.pop(fallback_kind)
        width, height, _name = fallback[-1]
        # Browsers that need the plain address are old; the second size is enough for them.
        plain = fallback[min(1, len(fallback) - 1)]
        return Picture(
            sources=[(f"image/{kind}", srcset(files)) for kind, files in crop.items()],
            src=default_storage.url(plain[2]),
            srcset=srcset(fallback),
            width=width,
            height=height,
        )


def up_to(most, files):
    """The widths up to the first that is enough; smallest first, as they are kept."""
    enough = [number for number, (width, *_rest) in enumerate(files) if most and width >= most]
    return files[: enough[0] + 1] if enough else files


def srcset(files):
    return ", ".join(f"{default_storage.url(name)} {width}w" for width, _height, name in files)


def store(name, data):
    """Write a file named for its content, unless it is there. Returns the name it got."""
    if default_storage.exists(name):
        return name
    return default_storage.save(name, ContentFile(data))


def discard(names):
    """Remove files, but none that another row names (the same upload, taken in twice)."""
    folders = {name.split("/")[1].partition(".")[0] for name in names}
    for folder in folders:
        for other in Image.objects.filter(file__startswith=f"images/{folder}."):
            names = names - other.names()
    for name in names:
        default_storage.delete(name)
