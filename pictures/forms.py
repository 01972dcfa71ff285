from collections.abc import Sequence

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pictures import renditions
from pictures.models import Image
from pictures.remarks import remarks_on


class RangeInput(forms.NumberInput):
    input_type = "range"


def focus_field(label, help_text=""):
    # A slider is a keyboard's way to the focus, with or without the script that draws the preview.
    slider = RangeInput(attrs={"min": 0, "max": 1, "step": "0.01"})
    return forms.FloatField(
        label=label, min_value=0, max_value=1, initial=0.5, widget=slider, help_text=help_text
    )


class ImageForm(forms.ModelForm):
    """The one form that takes a picture in, described or explicitly decoration."""

    upload = forms.FileField(
        label=_("Picture file"),
        widget=forms.FileInput(
            attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/gif"}
        ),
        help_text=_(
            "JPEG, PNG, WebP, AVIF or GIF, up to 25 MB. An animation keeps its first frame only. "
            "The place and time a camera wrote into the file are removed."
        ),
    )
    is_decorative = forms.TypedChoiceField(
        label=_("What it says"),
        choices=[
            (False, _("The picture says something: I describe it below")),
            (True, _("It is only decoration: screen readers skip it")),
        ],
        coerce=lambda value: str(value) == "True",
        initial=False,
        widget=forms.RadioSelect,
    )
    focal_x = focus_field(_("Focus, from left to right"))
    focal_y = focus_field(_("Focus, from top to bottom"))

    class Meta:
        model = Image
        fields = ["upload", "is_decorative", "alt", "credit", "focal_x", "focal_y"]
        labels = {"alt": _("Description")}
        help_texts = {
            "alt": _("For people who cannot see it: what matters in the picture, in a sentence."),
            "credit": _("Who took or made it, if that has to be said."),
        }

    master = None
    # What to say of the file once it is taken.
    remarks: Sequence[str | Promise] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "upload" in self.fields:
            self.fields["upload"].required = False
            self.fields["upload"].label = _("Another file in its place")

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if upload:
            self.master = renditions.master_of(upload)
            upload.seek(0)
            self.remarks = [*remarks_on(upload.read(), self.master.width, self.master.height)]
        return upload

    def clean(self):
        cleaned = super().clean()
        if "alt" in self.errors or "is_decorative" in self.errors:
            return cleaned
        if cleaned["is_decorative"] and cleaned["alt"]:
            message = _(
                "There is a description, so it is not only decoration. Keep one of the two."
            )
            self.add_error("alt", message)
        elif not cleaned["is_decorative"] and not cleaned["alt"]:
            message = _("Describe the picture in a sentence, or choose “only decoration”.")
            self.add_error("alt", message)
        return cleaned

    def save(self, commit=True):
        if self.master:
            self.instance.take(self.master)
        return super().save(commit)
