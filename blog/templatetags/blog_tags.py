from django import template

from blog.views import published_articles

register = template.Library()


@register.inclusion_tag("blog/_article_list.html")
def latest_articles(specialty=None, modality=None, therapist=None, limit=3, heading=""):
    articles = published_articles().for_listing()
    if specialty:
        articles = articles.filter(specialties=specialty)
    if modality:
        articles = articles.filter(modalities=modality)
    if therapist:
        articles = articles.filter(bylines__therapist=therapist)
    return {"articles": articles[:limit], "heading": heading}
