"""The same models in Django's admin as it comes: its own site, templates and middleware, and for each column of ours a plain
one, a field wherever there is one. Who wrote an article and what it is about are left out, to the other's favor."""

from django.contrib import admin
from django.contrib.admin import AdminSite, ModelAdmin
from django.forms.renderers import DjangoTemplates
from django.test import Client
from django.urls import path
from django.utils import timezone

from practice_site.form_renderer import FormRenderer

TEMPLATES = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "NAME": "stock",
    "APP_DIRS": True,
    "OPTIONS": {
        "context_processors": [
            "django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
            "django.contrib.messages.context_processors.messages",
        ],
    },
}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tests.practice_site.stock_desk.own_addresses",
]


def own_addresses(get_response):
    def answer(request):
        request.urlconf = "tests.practice_site.stock_desk"
        return get_response(request)

    return answer


# What the desk tells in a column that is no field of the model.


def name_and_title(person):
    return f"{person.name}, {person.title}"


def days(row):
    return f"{row.first_day} – {row.last_day}"


def when(row):
    return row.last_day < timezone.localdate()


def is_now(supervision):
    return supervision.is_current(timezone.localdate())


# A model that is not here has one column.
COLUMNS = {
    "blog.Article": ["lead_image", "title", "state", "publish_at", "updated_at"],
    "editing.Redirect": ["old_path", "new_path", "created_at", "created_by_name"],
    "groups.Group": ["title", "begins_on", "room", "state", "updated_at"],
    "intake.CareAloneAge": ["state", "age", "checked_on", "checked_by", "is_stale"],
    "intake.Inquiry": ["reference", "state", "received_at", "next_on", "owner"],
    "intake.ReferralContact": [
        "name", "states_line", "phone", "last_confirmed_on", "is_stale", "is_active",
    ],
    "intake.RoomEvent": ["at", "user", "kind", "inquiry_id", "number", "about"],
    "outbox.Message": ["subject", "state", "created_at", "sent_at", "last_error"],
    "pages.Announcement": ["text", days, when],
    "pages.ClosureDay": ["reason", days, when],
    "pages.ContactRoute": ["audience", "phone", "email", "link", "order"],
    "pages.CrisisResource": ["name", "call", "text_to", "chat_url", "order", "is_shown"],
    "pages.LegalNotice": ["kind", "language", "name", "slug"],
    "pages.Location": ["name", "street", "order"],
    "pages.MenuItem": ["label", "place", "page", "order", "is_shown"],
    "pages.NoticeText": ["__str__", "shown_from", "in_force_from", "in_office_on"],
    "pages.Page": ["title", "state", "updated_at"],
    "pictures.Image": ["file", "__str__"],
    "staff.User": ["name", "email", "is_staff", "is_active", "last_login"],
    "team.Compact": ["name", "profession", "checked_on"],
    "team.Identity": ["name", "kind", "order"],
    "team.Language": ["name", "order"],
    "team.Modality": ["name", "slug", "order"],
    "team.OfficePerson": ["first_name", "role", "order", "is_listed"],
    "team.Payer": ["name", "usual_from", "usual_on", "order"],
    "team.Population": ["name", "order"],
    "team.PracticeAuthority": ["therapist", "state", "number", "to_day", "checked_on"],
    "team.Specialty": ["name", "slug", "order"],
    "team.Supervision": ["supervisee", "supervisor", "state", "from_day", "to_day", is_now],
    "team.Therapist": ["photo", name_and_title, "availability", "is_listed"],
    "team.TitleWording": ["words", "state", "profession", "shows_license", "checked_on"],
}  # fmt: skip
FILTERS = {
    "blog.Article": ["state", "specialties"],
    "intake.Inquiry": ["owner"],
    "intake.RoomEvent": ["kind", "user"],
    "groups.Group": ["state"],
    "pages.Page": ["state"],
    "staff.User": ["is_active", "groups"],
}
# So that no row asks for itself.
JOINED = {"blog.Article": ["lead_image"], "pages.MenuItem": ["page"], "team.Therapist": ["photo"]}


class EitherRenderer(FormRenderer):
    """Draws controls as Django does while it is asked by the other desk."""

    stock, is_stock = DjangoTemplates(), False

    def render(self, *args, **kwargs):
        own = super().render
        return (self.stock.render if EitherRenderer.is_stock else own)(*args, **kwargs)


class StockClient(Client):
    def request(self, **request):
        EitherRenderer.is_stock = True
        try:
            return super().request(**request)
        finally:
            EitherRenderer.is_stock = False


class StockAdmin(ModelAdmin):
    def render_change_form(self, *args, **kwargs):
        response = super().render_change_form(*args, **kwargs)
        response.using = "stock"
        return response

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        if hasattr(response, "using"):
            response.using = "stock"
        return response


def stock_site():
    """With every model of the desk that has a list in it."""
    made = AdminSite(name="admin")
    for model, ours in admin.site._registry.items():
        label = model._meta.label
        same = ("search_fields", "list_per_page", "list_select_related", "list_editable")
        options = {name: getattr(ours, name) for name in (*same, "date_hierarchy", "ordering")}
        options["list_display"] = COLUMNS.get(label, ["__str__"])
        options["list_filter"] = FILTERS.get(label, ours.list_filter)
        if label in JOINED:
            options["list_select_related"] = JOINED[label]
        made.register(model, StockAdmin, **options)
    return made


site = stock_site()
urlpatterns = [path("admin/", site.urls)]
