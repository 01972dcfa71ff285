"""``manage.py bench``: what pages cost, beside a bare view, a bare callable and a peer, in the same rounds.

It starts servers of its own on databases of its own and ends them; docs/performance.md says what the figures
mean. Nothing here is imported by a process that serves readers.
"""
