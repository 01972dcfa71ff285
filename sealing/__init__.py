"""Envelopes that only a private key opens, keys that this site has signed, and times too coarse to follow
anybody by. No tables, and no word of what is sealed.
"""
