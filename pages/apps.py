from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("The practice and its pages")

    def ready(self):
        from outbox import letterhead
        from pages.letterhead import letterhead as make

        letterhead.register(make)
