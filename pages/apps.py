from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("The practice and its pages")

    def ready(self):
        from editing import contents, near_addresses
        from outbox import letterhead
        from pages import (  # noqa: F401  what is kept is known from the start
            calendar,
            elsewhere,
            error_page_facts,
            frame,
            kept_practice,
            places,
            practice_graph,
            sections,
            share_images,
            site_facts,
        )
        from pages.content import PageContent
        from pages.letterhead import letterhead as make
        from pages.linked import pages
        from pages.location_heads import find_share_image, of_place
        from pages.models import Location, Page
        from pages.near import LOCATIONS as NEAR_LOCATIONS
        from pages.near import NOTICES as NEAR_NOTICES
        from pages.near import PAGES as NEAR_PAGES
        from pages.near import entrances
        from pages.own_heads import of_page
        from pages.reachable import surroundings
        from pages.searched import PAGES, QUESTIONS
        from pages.searched_locations import LOCATIONS
        from pages.searched_notices import NOTICES
        from search import sources
        from writing import link_choices, reachable

        contents.register(PageContent())
        elsewhere.register(Page, of_page, Page.objects.published)
        elsewhere.register(Location, of_place, Location.objects.with_pages)
        near_addresses.register(NEAR_PAGES)
        near_addresses.register(NEAR_NOTICES)
        near_addresses.register(NEAR_LOCATIONS)
        near_addresses.register_entrances(entrances)
        link_choices.register(pages)
        for source in (PAGES, QUESTIONS, NOTICES, LOCATIONS):
            sources.register(source)
        letterhead.register(make)
        share_images.register("place", find_share_image)
        sections.register("pages:location_list", places.are_there, places.are_several)
        reachable.know(surroundings)
        error_page_facts.read_from(site_facts.for_error_pages)
