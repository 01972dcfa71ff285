from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamConfig(AppConfig):
    name = "team"
    verbose_name = _("Team")

    def ready(self):
        from editing import contents, near_addresses
        from outbox import jobs
        from pages import elsewhere, own_words, share_images
        from search import indexing, sources
        from team import cut_addresses, heads, kept_people, kept_topics, topic_heads  # noqa: F401  what is kept is known from the start
        from team.confirming.links import ask_before_it_ages
        from team.content import TherapistContent
        from team.heads import find_share_image
        from team.linked import approaches, people, specialties
        from team.models import Modality, Specialty, Therapist
        from team.name_in_own_words import names_somebody
        from team.office_searched import OFFICE
        from team.reminders import tell
        from team.searched import APPROACHES, PEOPLE, SPECIALTIES
        from writing import link_choices

        contents.register(TherapistContent())
        elsewhere.register(Therapist, heads.of_therapist, Therapist.objects.listed)
        elsewhere.register(Specialty, topic_heads.of_specialty, Specialty.objects.all)
        elsewhere.register(Modality, topic_heads.of_modality, Modality.objects.all)
        own_words.register(names_somebody)
        for kind in cut_addresses.KINDS:
            near_addresses.register(kind)
        jobs.register("team: ask who has room", timedelta(hours=6), ask_before_it_ages)
        jobs.register("team: tell of licenses that end", timedelta(hours=6), tell)
        for finder in (people, specialties, approaches):
            link_choices.register(finder)
        for source in (PEOPLE, SPECIALTIES, APPROACHES, OFFICE):
            sources.register(source)
        # Where somebody may practice, and what was said of room, ends and begins with days.
        jobs.register(
            "team: search for who may practice where, and has room, today",
            timedelta(hours=1),
            lambda: indexing.note("person"),
        )
        share_images.register("person", find_share_image)
