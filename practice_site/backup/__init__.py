"""Backups: one sealed file for everything, and one small file of keys that is always the newest.

What opens a backup lies in the file of keys only, and only under somebody's passphrase or a recovery
recovery code. A practice key that was destroyed is in no newer file of keys, so a backup that was closed with it
cannot be opened any more: old backups are forgotten by replacing one small file.
"""
