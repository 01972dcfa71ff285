"""The front door: one small RSGI application on the server's event loop, with Django behind it.

It reads whole requests, within limits, before a thread of Django's is asked, and hands answers
over, so that nobody who is slow holds a thread. Why, and what was measured: docs/adr.
"""
