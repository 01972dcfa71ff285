from django import template

from practice_site import followed

register = template.Library()


@register.inclusion_tag("admin/intake/numbers/followed.html")
def followed_articles():
    return {"rows": followed.of_the_year()}
