from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from editing.admin.publishable import PublishableAdmin
from editing.admin.status import StatusFilter
from pages.admin.facts_in_texts import FactsInTextsMixin
from pages.content import PageContent, PageForm
from pages.models import MenuItem, Page
from staff.admin_routes import Route, address


@require_POST
def put_in_menu(request, model_admin, pk):
    page = model_admin.readable(request, pk)
    if not request.user.has_perm("pages.add_menuitem"):
        raise PermissionDenied
    menu = MenuItem.objects.filter(place=MenuItem.Slot.HEAD)
    if not MenuItem.objects.filter(page=page).exists():
        last = max(menu.values_list("order", flat=True), default=0)
        words = page.title[: MenuItem._meta.get_field("label").max_length]
        MenuItem.objects.create(page=page, label=words, order=last + 1)
    messages.success(request, _("“%(page)s” is in the menu, at its end.") % {"page": page})
    return HttpResponseRedirect(address(MenuItem, "changelist"))


@admin.register(Page)
class PageAdmin(FactsInTextsMixin, PublishableAdmin):
    form = PageForm
    facts_beside = "body"
    change_form_template = "admin/pages/page/change_form.html"
    routes = [*PublishableAdmin.routes, Route("<int:pk>/menu/", put_in_menu, "menu")]
    list_display = ["title", "status_column", "changed"]
    list_filter = [StatusFilter]
    search_fields = ["title", "lede", "body"]
    prepopulated_fields = {"slug": ["title"]}
    fieldsets = PageContent.fieldsets

    def form_context(self, request, obj, form):
        is_offered = obj and request.user.has_perm("pages.add_menuitem")
        is_there = is_offered and MenuItem.objects.filter(page=obj).exists()
        menu_address = address(obj, "menu", obj.pk) if is_offered and not is_there else ""
        return super().form_context(request, obj, form) | {"menu_address": menu_address}
