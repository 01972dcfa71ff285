from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.apps import AdminConfig
from django.contrib.auth.decorators import login_not_required
from django.forms import Media
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from practice_site.app_list import parts
from practice_site.desk_forms import CONTROLS, DeskForms
from practice_site.list_parameters import OwnParametersOnly

# Stock addresses that nobody uses: one leads from any number to the page it would have, drafts too,
# the other answers search-as-you-type fields, of which there are none.
UNUSED = {"view_on_site", "autocomplete"}


class WithoutStockScripts:
    """What the stock admin's scripts do, lists and forms of the desk do with less (``static/js/desk``): no page
    loads jQuery and what stands on it. Inlines and widgets of other packages keep what they name themselves."""

    @property
    def media(self):
        whole, stock = super().media, set(ModelAdmin.media.fget(self)._js)
        return Media(css=whole._css, js=[file for file in whole._js if file not in stock])


class PracticeAdminSite(AdminSite):
    site_header = _("Practice desk")
    site_title = _("Practice desk")
    index_title = _("Good to see you")
    empty_value_display = "–"

    def register(self, model_or_iterable, admin_class=None, **options):
        """Every admin, those of other packages too, takes from addresses what it offers itself, and has the
        desk's forms."""
        own = admin_class or ModelAdmin
        body = {
            "__module__": own.__module__,
            "__doc__": own.__doc__,
            "formfield_overrides": {**CONTROLS, **own.formfield_overrides},
        }
        ours = (OwnParametersOnly, WithoutStockScripts, DeskForms)
        bounded = type(own)(own.__name__, (*ours, own), body)
        super().register(model_or_iterable, bounded, **options)

    def get_urls(self):
        found = path("find/", self.admin_view(self.found), name="find")
        stock = super().get_urls()
        return [found, *(route for route in stock if getattr(route, "name", "") not in UNUSED)]

    @staticmethod
    def found(request):
        # Not at the top, for the reason given below.
        from practice_site.finding.view import found

        return found(request)

    @method_decorator(never_cache)
    @login_not_required
    def login(self, request, extra_context=None):
        # Not the stock one, which would sign in by password alone. Its module needs the user model,
        # and this module is read before there is one.
        from staff.signin import SignInView

        if request.method == "GET" and self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))
        context = {
            **self.each_context(request),
            "app_path": request.get_full_path(),
        }
        return SignInView.as_view(extra_context={**context, **(extra_context or {})})(request)

    @method_decorator(never_cache)
    def logout(self, request, extra_context=None):
        # Not at the top, for the reason given above.
        from intake.room import unlocking

        response = super().logout(request, extra_context)
        if request.user.is_authenticated:
            return response  # asked in a way that signs nobody out
        unlocking.delete_cookie(response)
        # Not "cookies", which would sign people out of the practice's other services at the same
        # domain, and not "storage", where text waits that has not arrived here.
        response["Clear-Site-Data"] = '"cache"'
        return response

    def index(self, request, extra_context=None):
        # Not at the top, for the reason given above.
        from practice_site.dashboard import day_of

        return super().index(request, {**day_of(request.user), **(extra_context or {})})

    def app_index(self, request, app_label, extra_context=None):
        """Rooms and their shelves are the way: an app's own page leads to its first list."""
        lists = [
            model for part in self.get_app_list(request, app_label) for model in part["models"]
        ]
        for model in lists:
            if model["admin_url"]:
                return HttpResponseRedirect(model["admin_url"])
        raise Http404

    def get_app_list(self, request, app_label=None):
        if not hasattr(request, "parts_of_admin"):
            request.parts_of_admin = parts(self._registry, request)
        return [part for part in request.parts_of_admin if app_label in (None, part["app_label"])]


class PracticeAdminConfig(AdminConfig):
    default_site = "practice_site.admin.PracticeAdminSite"
