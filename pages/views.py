from django.conf import settings
from django.views.generic import DetailView, TemplateView

from editing.gone import GoneWhenWithdrawn
from pages import own_heads
from pages.models import ContactRoute, Page


class PageDetailView(GoneWhenWithdrawn, DetailView):
    model = Page
    gone_template = "pages/page_gone.html"

    def get_queryset(self):
        return Page.objects.filter(language=settings.LANGUAGE_CODE)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("head", own_heads.of_page(self.object))
        return super().get_context_data(**kwargs)


class ContactView(TemplateView):
    template_name = "pages/contact.html"

    def get_context_data(self, **kwargs):
        routes = ContactRoute.objects.all()
        return super().get_context_data(head=own_heads.of_contact(), routes=routes, **kwargs)
