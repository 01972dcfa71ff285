"""Both feeds, read."""

from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def rss(client):
    response = client.get("/blog/feed/")
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def atom(client):
    return ElementTree.fromstring(client.get("/blog/feed/atom/").content)
