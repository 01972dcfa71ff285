"""What the practice treats, and how: lists, and a page for each."""

from django.conf import settings
from django.views.generic import DetailView, ListView

from team import kept_people
from team.models import Modality, Specialty


class TopicListView(ListView):
    def get_queryset(self):
        return self.model.objects.filter(language=settings.LANGUAGE_CODE).with_people_count()


class TopicDetailView(DetailView):
    # What of a person names the topics of this kind.
    topics_of_person = ""

    def get_queryset(self):
        return self.model.objects.filter(language=settings.LANGUAGE_CODE)

    def get_context_data(self, **kwargs):
        people = [
            person
            for person in kept_people.everybody()
            if self.object in getattr(person, self.topics_of_person).all()
        ]
        return super().get_context_data(therapists=people, **kwargs)


class SpecialtyListView(TopicListView):
    model = Specialty


class SpecialtyDetailView(TopicDetailView):
    model = Specialty
    topics_of_person = "specialties"


class ModalityListView(TopicListView):
    model = Modality


class ModalityDetailView(TopicDetailView):
    model = Modality
    topics_of_person = "modalities"
