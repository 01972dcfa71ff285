from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from pages import own_words
from pages.forms import StateField
from pages.models import Location, Practice
from pages.own_words import OwnWordsForm
from pictures.admin import library
from staff.ordered_list import OrderedListMixin
from writing.admin.editor import EditorAdmin


@admin.register(Location)
class LocationAdmin(OrderedListMixin, EditorAdmin):
    form = OwnWordsForm
    routes = library.ROUTES
    list_display = ["name", "where", "one_up_or_down"]
    search_fields = ["name", "street", "city"]
    prepopulated_fields = {"slug": ["name"]}
    fieldsets = [
        (None, {"fields": ["name", "slug", "street", ("city", "state", "postal_code"), "picture"]}),
        (_("Getting here"), {"fields": ["getting_here", "parking", "transit", "map_url"]}),
        (_("Getting in"), {"fields": ["entrance", "is_step_free", "has_elevator", "inside", "has_restroom"]}),
        (_("In results of a search"), {"fields": [*own_words.FIELDS]}),
        (_("Where it is otherwise than elsewhere"), {"fields": ["phone", "hours", "order"]}),
    ]  # fmt: skip

    class Media:
        css = {"all": ["css/desk/elsewhere.css"]}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "state":
            return StateField(label=_("State"))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_prepopulated_fields(self, request, obj=None):
        # People may have saved the address by now.
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.practice, _is_new = Practice.objects.get_or_create(pk=1)
        super().save_model(request, obj, form, change)

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.has_page else None

    @admin.display(description=_("where"))
    def where(self, place):
        return ", ".join(filter(None, [place.street, place.city])) or "–"
