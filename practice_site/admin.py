from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _

# The index and the side bar, from what changes every day to what changes once a year.
ORDER = [
    "intake.Inquiry",
    "blog.Article", "blog.Series",
    "team.Therapist", "team.Supervision", "team.OfficePerson",
    "team.Specialty", "team.Modality", "team.Population", "team.Language", "team.Payer",
    "pages.Announcement", "pages.ClosureDay", "pages.Page", "editing.Redirect", "pages.Image", "pages.MenuItem",
    "pages.Practice", "pages.ContactRoute", "pages.CrisisResource",
    "outbox.Message",
    "staff.User",
]  # fmt: skip
PLACES = {name: place for place, name in enumerate(ORDER)}
APP_PLACES = {}
for name in ORDER:
    APP_PLACES.setdefault(name.split(".")[0], len(APP_PLACES))


class PracticeAdminSite(AdminSite):
    site_header = _("Practice desk")
    site_title = _("Practice desk")
    index_title = _("Good to see you")
    empty_value_display = "–"

    @property
    def login_form(self):
        # Forms need the user model, and this module is read before there is one.
        from staff.signin import SignInForm

        return SignInForm

    def login(self, request, extra_context=None):
        response = super().login(request, extra_context)
        form = getattr(response, "context_data", {}).get("form")
        if getattr(form, "is_over_limit", False):
            response.status_code = 429
        return response

    def index(self, request, extra_context=None):
        return super().index(request, with_attention(request, extra_context))

    def app_index(self, request, app_label, extra_context=None):
        # One section of the desk: the same page with fewer lists.
        return super().app_index(request, app_label, with_attention(request, extra_context))

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda row: PLACES.get(row["model"]._meta.label, len(PLACES)))
        return sorted(apps, key=lambda app: APP_PLACES.get(app["app_label"], len(APP_PLACES)))


def with_attention(request, extra_context):
    from practice_site.desk import attention

    return {"attention": list(attention(request.user)), **(extra_context or {})}


class PracticeAdminConfig(AdminConfig):
    default_site = "practice_site.admin.PracticeAdminSite"
