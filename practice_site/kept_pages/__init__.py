"""The page keeper: finished pages that are the same for everybody, given out at the front door for as long as
they are what Django would make now. What a page rests on is said by ``freshness.basis``. Why: docs/adr.
"""
