from django.contrib import admin

from search.models import DangerWords, SameMeaning


@admin.register(SameMeaning)
class SameMeaningAdmin(admin.ModelAdmin):
    list_display = ["words", "language"]
    list_filter = ["language"]
    search_fields = ["words"]
    fields = ["words", "language"]


@admin.register(DangerWords)
class DangerWordsAdmin(admin.ModelAdmin):
    list_display = ["name", "language", "only_sounds_like_it"]
    list_filter = ["language", "only_sounds_like_it"]
    search_fields = ["name", "phrases"]
    fields = ["name", "language", "phrases", "only_sounds_like_it"]
