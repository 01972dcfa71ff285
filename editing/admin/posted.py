"""What somebody typed into a lone box, outside of a form that would check it."""


def typed(request, name, most):
    """At most ``most`` characters, without the NUL that PostgreSQL cannot store."""
    return without_nul(request.POST.get(name, "")).strip()[:most]


def without_nul(text):
    return text.replace("\0", "")
