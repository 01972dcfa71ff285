from django import template

from writing import rendering

register = template.Library()


@register.simple_tag(takes_context=True, name="rich_text")
def rich_text_tag(context, html, top=2):
    """``{% rich_text article.body %}``; several on one page never share an anchor. ``top=3`` where
    the page itself already has a heading over the text."""
    taken = context.render_context.setdefault("rich_text_ids", set())
    return rendering.for_page(html, top=top, taken=taken)


@register.filter
def rich_text(html):
    return rendering.for_page(html)


@register.filter
def absolute_html(html, site_url):
    return rendering.for_feed(html, site_url)
