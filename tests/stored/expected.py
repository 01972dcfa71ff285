"""What has to be found in a sample, beside the words that were given. Each says it in its ``known.json``,
as it was when it was made; 0.1, whose files never change, has it here."""


def of(version, known):
    return known.get("expected") or {"0.1": of_0_1}[version](known)


def of_0_1(known):
    keys = known["practice_keys"]
    return {
        "opens": [keys["former"], keys["current"]],
        "inside": ["dana", "ruth", "sheet A", "sheet B"],
        "notes": 3,
        "texts": {
            "articles": ["on-grief", "waking-at-four"],
            "drafts": ["dishes"],
            "versions": {"on-grief": 3, "waking-at-four": 2, "dishes": 2},
            "pages": ["about", "privacy"],
            "yes": ["Hana Wexler"],
            "redirects": {"/blog/2024/5/on-grief/": "/blog/on-grief/"},
        },
        # Everybody signed in once more after the update.
        "sessions": 0,
        "pictures": 1,
        "worker signs": 0,
    }
