from django.contrib import admin

from search.models import DangerWords, SameMeaning


@admin.register(SameMeaning)
class SameMeaningAdmin(admin.ModelAdmin):
    list_display = ["__str__", "leads_to", "language"]
    list_filter = ["language"]
    search_fields = ["words", "leads_to"]
    fields = ["words", "leads_to", "language"]


@admin.register(DangerWords)
class DangerWordsAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "language", "only_sounds_like_it", "only_says_who"]
    list_filter = ["kind", "language", "only_sounds_like_it"]
    search_fields = ["name", "phrases"]
    fields = ["name", "kind", "language", "phrases", "only_sounds_like_it", "only_says_who"]
