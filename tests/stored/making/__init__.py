"""Makes a sample of what today's version stores, with today's code: one is kept of each release.

Everybody in it is made up, and every secret is made for it alone. Unlike a sample, this stays alive: it
goes with the code, and says when there is a model, or a choice of a field, of which it makes no row.
"""
