"""What could not come along when an article was started from a whole text: said on its form until
somebody has seen to it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path
from django.views.decorators.http import require_POST

from blog.models import Article
from writing.pasting.left_out import checked, sentences


class LeftOutMixin:
    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.left_out_view))
        return [path("<int:pk>/left-out/", view, name="blog_article_left_out"), *super().get_urls()]

    def writing_context(self, request, obj, form):
        context = super().writing_context(request, obj, form)
        return context | {"left_out": sentences(checked(obj.left_out)) if obj else []}

    def left_out_view(self, request, pk):
        article = self.readable(request, pk)
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        Article.objects.filter(pk=article.pk).update(left_out={})
        return HttpResponseRedirect(self.form_address(article))
