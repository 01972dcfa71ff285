"""``python -m tests.browser.tasks --ours http://127.0.0.1:8000 --wagtail http://127.0.0.1:9000``: see docs/desk.md.

Each of the addresses may be left out. Every product does a task right after the other, in as many rounds as asked for;
of seconds and pixels the least is kept, since a machine is never quicker than it is, and of presses there has to be
one number only.
"""

import argparse
import json
from datetime import UTC, datetime

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.tasks.ours import Ours
from tests.browser.tasks.product import TASKS
from tests.browser.tasks.table import drawn
from tests.browser.tasks.wagtail import Wagtail
from tests.browser.whole_desk import path_of_browser

PRODUCTS = {"ours": Ours, "wagtail": Wagtail}


def measured(addresses, rounds):
    found = {task: {PRODUCTS[key].name: [] for key in addresses} for task in TASKS}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path_of_browser(), args=FLAGS)
        for _round in range(rounds):
            products = [PRODUCTS[key](browser, url) for key, url in addresses.items()]
            for task in TASKS:
                for product in products:
                    row = product.do(task)
                    found[task][product.name].append(row)
                    print(task, product.name, row, flush=True)
            for product in products:
                product.context.close()
        version = browser.version
        browser.close()
    return {
        "on": datetime.now(UTC).date().isoformat(),
        "browser": f"Chromium {version}",
        "rounds": rounds,
        "products": {product.name: product.version for product in map(PRODUCTS.get, addresses)},
        "tasks": {
            task: {name: least(rows) for name, rows in rows_by.items()}
            for task, rows_by in found.items()
        },
    }


def least(rows):
    if None in rows:
        return None
    presses = {row.presses for row in rows}
    assert len(presses) == 1, f"Not the same way in each round: {rows}"
    return {
        "presses": presses.pop(),
        "seconds": min(row.seconds for row in rows),
        "scrolled": min(row.scrolled for row in rows),
        "tall": min(row.tall for row in rows),
    }


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.browser.tasks", description=__doc__)
    for key in PRODUCTS:
        parser.add_argument(f"--{key}", metavar="ADDRESS")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", metavar="FILE")
    asked = parser.parse_args()
    addresses = {key: url for key in PRODUCTS if (url := getattr(asked, key))}
    result = measured(addresses, asked.rounds)
    if asked.json:
        with open(asked.json, "w", encoding="utf-8") as file:
            json.dump(result, file, indent=1)
            file.write("\n")
    print(drawn(result))


if __name__ == "__main__":
    main()
