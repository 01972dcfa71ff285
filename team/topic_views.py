"""What the practice treats, and how: lists, and a page for each."""

from django.conf import settings
from django.views.generic import DetailView, ListView

from team import kept_people, kept_topics
from team.models import Modality, Specialty

# The directory has the others, on pages.
MOST_SHOWN = 24


class TopicDetailView(DetailView):
    # What a filter of the directory calls topics of this kind.
    kind = ""

    def get_queryset(self):
        return self.model.objects.filter(language=settings.LANGUAGE_CODE)

    def get_context_data(self, **kwargs):
        people = kept_people.known_for(self.kind, self.object.slug)
        return super().get_context_data(
            therapists=people[:MOST_SHOWN], more=len(people) > MOST_SHOWN, kind=self.kind, **kwargs
        )


class SpecialtyListView(ListView):
    template_name = "team/specialty_list.html"  # the topics are a list

    def get_queryset(self):
        return kept_topics.current().specialties


class SpecialtyDetailView(TopicDetailView):
    model = Specialty
    kind = "specialty"


class ModalityListView(ListView):
    template_name = "team/modality_list.html"  # the topics are a list

    def get_queryset(self):
        return kept_topics.current().modalities


class ModalityDetailView(TopicDetailView):
    model = Modality
    kind = "modality"
