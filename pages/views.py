from django.conf import settings
from django.views.generic import DetailView, TemplateView

from editing.gone import GoneWhenWithdrawn
from pages.models import ContactRoute, Page


class PageDetailView(GoneWhenWithdrawn, DetailView):
    model = Page
    gone_template = "pages/page_gone.html"

    def get_queryset(self):
        return Page.objects.filter(language=settings.LANGUAGE_CODE)


class ContactView(TemplateView):
    template_name = "pages/contact.html"
    extra_context = {"routes": ContactRoute.objects.all}
