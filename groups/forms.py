from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from editing.publishing_forms import PublishingForm
from staff.some_of_many import SomeOfMany
from team.models import Therapist


class GroupForm(PublishingForm):
    class Meta:
        widgets = {"specialties": SomeOfMany, "leaders": SomeOfMany}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "leaders" in self.fields:
            # A person may have profiles in several languages; each leads as the first of them.
            self.fields["leaders"].queryset = Therapist.objects.filter(translation_of=None)

    def check_ready(self):
        errors = {}
        try:
            super().check_ready()
        except ValidationError as error:
            errors = error.error_dict
        if "leaders" in self.fields and not self.cleaned_data.get("leaders"):
            errors["leaders"] = [ValidationError(_("Say by whom it is led."))]
        if errors:
            raise ValidationError(errors)
