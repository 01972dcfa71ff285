from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView

from blog import kept_newest
from freshness.basis import question
from pages import kept_practice, languages, own_heads
from pages.middleware import without_practice
from practice_site import readiness
from team import kept_people
from team.turns import in_turn


class HomeView(TemplateView):
    template_name = "home.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            head=own_heads.of_home(),
            therapists=people_to_meet(3),
            articles=kept_newest.part(0, 4),
            **kwargs,
        )


@question
def people_to_meet(number):
    """Today's first of those who have room; with too few of them, others keep them company."""
    directory = kept_people.directory()
    return in_turn(directory.people, directory.day)[:number]


@without_practice
def to_the_form(request, language):
    """Where nobody answers in it nothing is there, or what staff let an old address lead to."""
    if not kept_practice.current().answers_in_spanish:
        raise Http404
    address = languages.address_in(language, "intake:inquiry_create")
    chosen = request.META["QUERY_STRING"]
    return HttpResponseRedirect(f"{address}?{chosen}" if chosen else address)


@without_practice
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Allow: /",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def ready(request):
    """This host can serve a page and take an inquiry; why not, for whoever looks after it."""
    faults = list(readiness.faults())
    lines = [*(faults or ["ok"]), *readiness.notes()]
    return HttpResponse(
        "\n".join(lines),
        content_type="text/plain; charset=utf-8",
        status=503 if faults else 200,
        headers={"Cache-Control": "no-store"},
    )
