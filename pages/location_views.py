"""The pages of places to come to."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.generic import DetailView, TemplateView

from pages import location_heads, places
from pages.models import Location


class LocationListView(TemplateView):
    template_name = "pages/location_list.html"

    def get(self, request, *args, **kwargs):
        found = places.with_pages()
        if len(found) == 1:
            return redirect(found[0])
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        found = places.with_pages()
        return super().get_context_data(
            places=found, head=location_heads.of_places(found), **kwargs
        )


class LocationDetailView(DetailView):
    model = Location

    def get_object(self, queryset=None):
        place = places.at(self.kwargs["slug"])
        if place is None:
            raise Http404
        return place

    def get_context_data(self, **kwargs):
        head = location_heads.of_place(self.object)
        return super().get_context_data(head=head, has_list=places.are_several(), **kwargs)
