"""Numbers of help in a crisis that stand in texts, whatever a practice has entered of them.

Without what is dialed from abroad and without a zero in front, as ``reachable.bare`` gives a number. A tap on one of them
would dial at once, so none becomes a link. Looked through on November 28, 2026.
"""

KNOWN = frozenset({
    # United States and Canada
    "8002738255", "8007842433", "8886289454", "8775658860", "8664887386", "8888434564", "8007997233", "8006564673",
    "8006624357", "8004224453", "8007862929", "8663319474", "8009855990", "8338526262", "8002221222", "8006686868",
    "8334564566",
    # Great Britain and Ireland
    "8001111", "8000684141", "8082000247", "1800247247",
    # Australia and New Zealand
    "1800551800", "1800737732", "1300224636", "800543354", "800376633",
})  # fmt: skip
