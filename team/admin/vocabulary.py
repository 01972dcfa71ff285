from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages import own_words
from staff.ordered_list import OrderedListMixin
from staff.short_time import short_day
from team.admin.protected_deletion import ProtectedDeletionMixin
from team.forms import IdentityForm, TopicForm
from team.models import Identity, Language, Modality, Payer, Population, Specialty
from team.usually_paid import amounts
from writing.admin.editor import EditorAdmin


class TopicAdmin(OrderedListMixin, EditorAdmin):
    form = TopicForm
    list_display = ["name", "people", "one_up_or_down"]
    search_fields = ["name", "summary"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug", "synonyms", "summary", "body", *own_words.FIELDS, "order"]

    class Media:
        css = {"all": ["css/desk/elsewhere.css"]}

    def get_queryset(self, request):
        return super().get_queryset(request).with_people_count()

    @admin.display(description=_("people on the site"), ordering="people_count")
    def people(self, topic):
        return topic.people_count

    def get_prepopulated_fields(self, request, obj=None):
        # The page is public from the first day: its address does not follow the name later.
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def view_on_site(self, obj):
        return obj.get_absolute_url()


@admin.register(Specialty)
class SpecialtyAdmin(TopicAdmin):
    fields = [
        "name",
        "plain_word",
        "clinical_name",
        "slug",
        "synonyms",
        "summary",
        "body",
        *own_words.FIELDS,
        "order",
    ]
    search_fields = ["name", "plain_word", "clinical_name", "summary"]


@admin.register(Modality)
class ModalityAdmin(TopicAdmin):
    pass


@admin.register(Population, Language)
class TermAdmin(OrderedListMixin, admin.ModelAdmin):
    list_display = ["name", "one_up_or_down"]
    search_fields = ["name"]


@admin.register(Identity)
class IdentityAdmin(ProtectedDeletionMixin, TermAdmin):
    form = IdentityForm
    list_display = ["name", "kind", "one_up_or_down"]
    in_use_message = _(
        "Somebody still shares this. Whoever keeps their profiles can take it away there first; then delete it here."
    )

    def get_deleted_objects(self, objs, request):
        *rest, protected = super().get_deleted_objects(objs, request)
        return *rest, [*protected, *(str(one) for row in objs for one in row.therapists.all())]


@admin.register(Payer)
class PayerAdmin(ProtectedDeletionMixin, TermAdmin):
    list_display = ["name", "usually_paid", "one_up_or_down"]
    fields = ["name", ("usual_from", "usual_to"), "usual_on", "order"]
    in_use_message = _(
        "Somebody still accepts this insurer. Take it off those profiles first, then delete it here."
    )

    @admin.display(description=_("usually paid"), ordering="usual_on")
    def usually_paid(self, payer):
        if payer.usual_from is None:
            return ""
        return format_html("{} <small>{}</small>", amounts(payer), short_day(payer.usual_on))
