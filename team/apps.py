from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamConfig(AppConfig):
    name = "team"
    verbose_name = _("Team")

    def ready(self):
        from editing import contents
        from editing.near_addresses import Kind, register
        from outbox import jobs
        from pages import elsewhere, share_images
        from search import indexing, sources
        from team import heads, kept_people, kept_topics, topic_heads  # noqa: F401  what is kept is known from the start
        from team.confirming.links import ask_before_it_ages
        from team.content import TherapistContent
        from team.heads import find_share_image
        from team.linked import approaches, people, specialties
        from team.models import Modality, Specialty, Therapist
        from team.office_searched import OFFICE
        from team.reminders import tell
        from team.searched import APPROACHES, PEOPLE, SPECIALTIES
        from writing import link_choices

        contents.register(TherapistContent())
        elsewhere.register(Therapist, heads.of_therapist)
        elsewhere.register(Specialty, topic_heads.of_specialty)
        elsewhere.register(Modality, topic_heads.of_modality)
        register(
            Kind(
                "team:therapist_detail",
                # Who is to stand in no search engine is not found by half an address either, nor by a last name.
                lambda: Therapist.objects.listed().filter(
                    is_out_of_search=False, first_name_only=""
                ),
                lambda row: row.shown_name,
            )
        )
        for view, model in [
            ("team:specialty_detail", Specialty),
            ("team:modality_detail", Modality),
        ]:
            register(Kind(view, model.objects.all, lambda row: row.name))
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
