from django.conf import settings
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, TemplateView

from editing.gone import GoneWhenWithdrawn
from pages import facts_in_texts, own_heads
from pages.models import ContactRoute, NoticeText, Page


class PageDetailView(GoneWhenWithdrawn, DetailView):
    model = Page
    gone_template = "pages/page_gone.html"

    def get_queryset(self):
        return Page.objects.filter(language=settings.LANGUAGE_CODE)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("head", own_heads.of_page(self.object))
        page = facts_in_texts.as_read(self.object, self.request.practice)
        return super().get_context_data(page=page, **kwargs)


class ContactView(TemplateView):
    template_name = "pages/contact.html"

    def get_context_data(self, **kwargs):
        practice = self.request.practice
        routes = [facts_in_texts.as_read(row, practice) for row in ContactRoute.objects.all()]
        return super().get_context_data(head=own_heads.of_contact(), routes=routes, **kwargs)


class LegalNoticeView(DetailView):
    """The text in force. Where none is, there is no page: never a frame without one."""

    context_object_name = "shown"
    template_name = "pages/legal_notice.html"

    def get_object(self, queryset=None):
        return get_object_or_404(NoticeText.objects.public(), notice__slug=self.kwargs["slug"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(head=own_heads.of_notice(self.object), **kwargs)
