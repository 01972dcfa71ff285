"""Every public address, for search engines. Hosts come from ``SITE_URL``, never from the request."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from blog.views import published_articles
from pages.models import Page
from team.models import Modality, Specialty, Therapist


class SiteSitemap(Sitemap):
    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        return urlsplit(settings.SITE_URL).netloc


class SectionSitemap(SiteSitemap):
    def items(self):
        return [
            "home", "team:therapist_list", "team:specialty_list", "team:modality_list",
            "blog:article_list", "pages:contact", "intake:inquiry_create",
        ]  # fmt: skip

    def location(self, name):
        return reverse(name)


class ArticleSitemap(SiteSitemap):
    def items(self):
        return published_articles()

    def lastmod(self, article):
        return max(article.updated_at, article.publish_at)


class PageSitemap(SiteSitemap):
    def items(self):
        return Page.objects.published().filter(language=settings.LANGUAGE_CODE)

    def lastmod(self, page):
        return page.updated_at


class TherapistSitemap(SiteSitemap):
    def items(self):
        return Therapist.objects.listed().filter(language=settings.LANGUAGE_CODE)


class SpecialtySitemap(SiteSitemap):
    def items(self):
        return Specialty.objects.filter(language=settings.LANGUAGE_CODE)


class ModalitySitemap(SiteSitemap):
    def items(self):
        return Modality.objects.filter(language=settings.LANGUAGE_CODE)


SITEMAPS = {
    "sections": SectionSitemap,
    "articles": ArticleSitemap,
    "pages": PageSitemap,
    "team": TherapistSitemap,
    "specialties": SpecialtySitemap,
    "approaches": ModalitySitemap,
}
