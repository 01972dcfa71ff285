"""What the practice treats, and how: lists, and a page for each."""

from django.conf import settings
from django.views.generic import DetailView, ListView

from team import kept_people, kept_topics, topic_heads
from team.models import Modality, Specialty

# The directory has the others, on pages.
MOST_SHOWN = 24


class TopicDetailView(DetailView):
    # What a filter of the directory calls topics of this kind.
    kind = ""
    head: staticmethod

    def get_queryset(self):
        return self.model.objects.filter(language=settings.LANGUAGE_CODE)

    def get_context_data(self, **kwargs):
        people = kept_people.known_for(self.kind, self.object.slug)
        shown = {"therapists": people[:MOST_SHOWN], "more": len(people) > MOST_SHOWN}
        head = self.head(self.object)
        return super().get_context_data(head=head, kind=self.kind, **shown, **kwargs)


class SpecialtyListView(ListView):
    template_name = "team/specialty_list.html"  # the topics are a list

    def get_queryset(self):
        return kept_topics.current().specialties

    def get_context_data(self, **kwargs):
        return super().get_context_data(head=topic_heads.of_specialties(), **kwargs)


class SpecialtyDetailView(TopicDetailView):
    model = Specialty
    kind = "specialty"
    head = staticmethod(topic_heads.of_specialty)


class ModalityListView(ListView):
    template_name = "team/modality_list.html"  # the topics are a list

    def get_queryset(self):
        return kept_topics.current().modalities

    def get_context_data(self, **kwargs):
        return super().get_context_data(head=topic_heads.of_modalities(), **kwargs)


class ModalityDetailView(TopicDetailView):
    model = Modality
    kind = "modality"
    head = staticmethod(topic_heads.of_modality)
