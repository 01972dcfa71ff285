"""Rich text: a field that is clean whichever way a value comes in."""

from django.db import models

from writing.forms import RichTextFormField
from writing.sanitizer import sanitize


class RichTextField(models.TextField):
    """HTML of the editor's own vocabulary.

    ``pre_save`` cleans what ``save()``, ``create()`` and ``bulk_create()`` write and what they leave
    on the object; ``get_db_prep_save`` cleans whatever goes into a column by any other way, like
    ``update()`` and ``bulk_update()``. Lookups stay as they are typed.
    """

    # A text may hold pictures of the library: ``data-image="7"``.
    names_pictures = True

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = sanitize(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = sanitize(value)
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": RichTextFormField, **kwargs})
