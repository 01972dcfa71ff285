from django.conf import settings
from django.utils import timezone
from django.views.generic import DetailView, ListView

from editing.gone import GoneWhenWithdrawn
from groups import heads, kept_groups
from groups.leading import with_leaders
from groups.models import Group

# At an address of what is over.
MOST_OTHERS = 6


class GroupListView(ListView):
    template_name = "groups/group_list.html"  # the groups are a list

    def get_queryset(self):
        return kept_groups.listed()

    def get_context_data(self, **kwargs):
        head = heads.of_groups(self.object_list)
        return super().get_context_data(head=head, **kwargs)


class GroupDetailView(GoneWhenWithdrawn, DetailView):
    """What is over keeps its address, which says so and names what is still to come."""

    model = Group
    gone_template = "groups/group_gone.html"

    def get_queryset(self):
        return Group.objects.filter(language=settings.LANGUAGE_CODE).with_what_it_names()

    def get_context_data(self, **kwargs):
        with_leaders([self.object])
        kwargs["is_over"] = self.object.is_over(timezone.localdate())
        if kwargs["is_over"]:
            others = [one for one in kept_groups.listed() if one.pk != self.object.pk]
            kwargs["others"] = others[:MOST_OTHERS]
        kwargs.setdefault("head", heads.of_group(self.object))
        return super().get_context_data(**kwargs)
