import tempfile
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from practice_site.bench import document, report, session
from practice_site.bench.children import BenchError
from practice_site.bench.pages import NAMES, PAGE_TYPES
from practice_site.bench.peers import Peer
from practice_site.bench.rounds import Effort


class Command(BaseCommand):
    help = """Measures what pages cost, on databases and servers of its own: docs/performance.md says what the
    figures mean."""
    requires_system_checks = []

    def add_arguments(self, parser):
        add = parser.add_argument
        add("--articles", type=int, nargs="+", default=[100], help="sizes to compare")
        add("--therapists", type=int, nargs="+", default=[12], help="sizes to compare")
        add("--rounds", type=int, default=5)
        add("--requests", type=int, default=5000, help="the most in one go (default: 5000)")
        add("--seconds", type=float, default=1, help="about as long is one go (default: 1)")
        add(
            "--pages",
            nargs="+",
            choices=NAMES,
            default=NAMES,
            metavar="PAGE",
            help=", ".join(NAMES),
        )
        add("--parts", nargs="+", choices=session.PARTS, default=session.PARTS)
        add(
            "--short",
            action="store_true",
            help="whether it works, in seconds: the figures say little",
        )
        add("--peer", action="append", default=[], metavar="NAME=http://127.0.0.1:PORT")
        add("--wagtail", default="", metavar="PYTHON", help="one that can import Wagtail")
        add("--state-dir", type=Path, help="keep the databases here, for the next run")
        add("--json", type=Path, metavar="FILE", help="write the figures there")
        add("--draw", type=Path, metavar="FILE",
            help="measure nothing: draw docs/performance.md from these figures")  # fmt: skip

    def handle(self, *, draw, json, **options):
        try:
            if draw:
                document.draw(draw)
                return
            plan_of = short_plan if options["short"] else long_plan
            if options["state_dir"]:
                results = session.measure(
                    plan_of(options["state_dir"].resolve(), **options), self.say
                )
            else:
                with tempfile.TemporaryDirectory(prefix="practice-bench-") as state:
                    results = session.measure(plan_of(Path(state), **options), self.say)
        except BenchError as error:
            raise CommandError(str(error)) from None
        except KeyboardInterrupt:
            raise CommandError("Stopped; what it had started has ended.") from None
        if json:
            json.write_text(report.as_json(results))
        self.stdout.write(report.text(results))

    def say(self, line):
        self.stderr.write(line)


def long_plan(state, *, rounds, requests, seconds, articles, therapists, pages, **options):
    if min(rounds, requests, *articles, *therapists) < 1 or seconds <= 0:
        raise CommandError("Numbers are 1 or more.")
    return session.Plan(
        state=state,
        effort=Effort(rounds, requests, seconds),
        articles=articles,
        therapists=therapists,
        pages=[page for page in PAGE_TYPES if page.name in pages],
        parts=options["parts"],
        wagtail=options["wagtail"],
        peers=[Peer.read(text) for text in options["peer"]],
    )


def short_plan(state, **options):
    small = {"rounds": 1, "requests": 32, "seconds": 0.01, "articles": [12], "therapists": [10]}
    plan = long_plan(state, **(options | small))
    return replace(plan, effort=replace(plan.effort, connections=4, warming=4, fewest=4))
