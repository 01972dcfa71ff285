from http import HTTPStatus

from django.conf import settings
from django.views.generic import DetailView, ListView, TemplateView

from editing.swapping import SwapsWhenDue
from team import heads, kept_people, others
from team.answer import Answer
from team.comparing import Comparison, address_beside
from team.filters import TeamFilter
from team.models import OfficePerson, Therapist
from team.room import has_room


class TherapistListView(ListView):
    model = Therapist
    template_name = "team/therapist_list.html"  # the filter answers with a list
    paginate_by = 24

    def get_queryset(self):
        self.filter = TeamFilter(self.request.GET, kept_people.directory())
        return self.filter.results()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            filter=self.filter, office_people=OfficePerson.objects.listed(), **kwargs
        )
        answer = Answer(self.filter, self.object_list)
        head = heads.of_team(context["page_obj"].number, answer)
        return context | {"head": head, "answer": answer}


class TherapistDetailView(SwapsWhenDue, DetailView):
    """A profile; and after somebody has left, a page that says so and names others (410)."""

    model = Therapist

    def get_queryset(self):
        shown = Therapist.objects.filter(is_listed=True, language=settings.LANGUAGE_CODE)
        return shown.for_profile()

    def read(self, queryset):
        return kept_people.with_texts(self.kwargs["slug"]) or super().read(queryset)

    def get_context_data(self, **kwargs):
        if self.object.has_left():
            kwargs["therapists"] = others.seeing_the_same(self.object)
        else:
            kwargs["head"] = heads.of_therapist(self.object)
            kwargs["others"] = [] if has_room(self.object) else others.like(self.object)
            beside = [other.row for other in kwargs["others"]]
            kwargs["compare_address"] = address_beside(self.object, beside)
        return super().get_context_data(**kwargs)

    def get_template_names(self):
        if self.object.has_left():
            return ["team/therapist_left.html"]
        return super().get_template_names()

    def render_to_response(self, context, **kwargs):
        if self.object.has_left():
            # Gone for search engines; the address still helps whoever kept it.
            kwargs["status"] = HTTPStatus.GONE
        return super().render_to_response(context, **kwargs)


class TherapistCompareView(TemplateView):
    template_name = "team/therapist_compare.html"

    def get_context_data(self, **kwargs):
        comparison = Comparison(self.request.GET, kept_people.directory())
        head = heads.of_comparison(comparison)
        return super().get_context_data(comparison=comparison, head=head, **kwargs)
