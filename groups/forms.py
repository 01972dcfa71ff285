from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from editing.publishing_forms import PublishingForm
from groups.models.room import SAID
from pages.own_words import OwnWordsForm
from staff.some_of_many import SomeOfMany
from team.models import Therapist


class GroupForm(OwnWordsForm, PublishingForm):
    class Meta:
        widgets = {"specialties": SomeOfMany, "leaders": SomeOfMany}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "leaders" in self.fields:
            # A person may have profiles in several languages; each leads as the first of them.
            self.fields["leaders"].queryset = Therapist.objects.filter(translation_of=None)

        # With what it was when the form was drawn: what somebody else has said meanwhile, on the page of rows, stays.
        for name in SAID:
            if name in self.fields:
                self.fields[name].show_hidden_initial = True

    def clean(self):
        cleaned = super().clean()
        for name in SAID if not self.instance._state.adding else ():
            if name in self.fields and not self.is_room_said(name):
                cleaned[name] = self.get_initial_for_field(self.fields[name], name)
        return cleaned

    def is_room_said(self, *names):
        return any(name in self.changed_data for name in names or SAID)

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
