"""What stands beside the files of a sample."""

WORDS = """# What version {version} stored

A small practice as version {version} left it on a disk. Everybody in it is made up, and every secret in this
folder was made for it alone and opens nothing else. **These files never change:** they stand for what
lies in real databases, drawers and safes. Whatever is changed in the site, the tests beside this folder
migrate them and open all of it.

| file | what it is |
|---|---|
| `db.sqlite3` | the database, vacuumed |
| `db.sql` | the same rows from PostgreSQL, by `pg_dump --inserts --no-owner --no-privileges`, without the settings of a session: any driver can load it |
| `mail_key` | the worker's file that opens mail which waits |
| `site.backup`, `keys.json` | what `manage.py backup` wrote |
| `known.json` | the `SECRET_KEY`, everybody's password, the passphrases, the codes of recovery sheets and of links, and what has to be found behind each of them; `expected`: what else has to be there |
| `sealed.json` | one of each sealed kind with the key that opens it, and one of each keyed digest and signed text: for tests without a database |

`python -m tests.stored.making` made it, in a checkout of {version}, and saw to it that there is a row of every
model, a row for every choice that a field offers, and something in every column: the few exceptions stand in
`tests/stored/making/complete.py`, each with its reason.

Passphrases are kept with the least costs there are (1 MiB, one pass), which the stored bytes say themselves.
"""


def text(version):
    return WORDS.format(version=version)
