"""An article at the desk: its pages, and its form as a browser sends it; the form of pages and groups as well."""

from django.utils import timezone

from editing import contents


def address(article, *more):
    return "/".join(["/admin/blog/article", str(article.pk), *map(str, more or ["change"]), ""])


def form_of(article, **changes):
    """What the browser would send for this text, changed."""
    content = contents.of(article)
    data = dict(content.data_of_row(article))
    local = timezone.localtime(article.publish_at) if article.publish_at else None
    data |= {
        "slug": article.slug,
        "publish_at_0": f"{local:%Y-%m-%d}" if local else "",
        "publish_at_1": f"{local:%H:%M:%S}" if local else "",
        "withdraw_at_0": "", "withdraw_at_1": "",
        "base_version": article.latest_version,
    }  # fmt: skip
    return data | changes


def set_time(client, article, when, **more):
    """For the next text to go on the site, as somebody does who has the newest one before them."""
    typed = {"swap_at_0": f"{when:%Y-%m-%d}", "swap_at_1": f"{when:%H:%M}"}
    base = {"base_version": article.latest_version}
    return client.post(address(article, "swap"), typed | base | more)


def saved(client, article, **changes):
    """Save through the form; the article as it is then."""
    client.answer = client.post(address(article), form_of(article, **changes))
    article.refresh_from_db()
    return article
