"""What the practice treats, and how: lists, and a page for each."""

from django.conf import settings
from django.views.generic import DetailView, ListView

from team.models import Modality, Specialty


class TopicListView(ListView):
    def get_queryset(self):
        return self.model.objects.filter(language=settings.LANGUAGE_CODE).with_people_count()


class TopicDetailView(DetailView):
    def get_queryset(self):
        return self.model.objects.filter(language=settings.LANGUAGE_CODE)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            therapists=self.object.therapists.listed().for_card(), **kwargs
        )


class SpecialtyListView(TopicListView):
    model = Specialty


class SpecialtyDetailView(TopicDetailView):
    model = Specialty


class ModalityListView(TopicListView):
    model = Modality


class ModalityDetailView(TopicDetailView):
    model = Modality
