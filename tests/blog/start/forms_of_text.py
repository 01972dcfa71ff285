"""Texts in the forms in which people hand them in, and what is in them. All invented.

Each is ``Form(text, what the fields hold, what the body holds)``: nobody lifts a hand in between.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    text: str
    title: str = ""
    authors: tuple = ()
    opening: str = ""
    cta: tuple = ("", "")
    posted_by: str = ""
    day: str = ""
    summary: str = ""
    headings: tuple = ()
    references: tuple = ()
    # Kind and number of items of its lists, in order.
    lists: tuple = ()
    # Words that are nowhere in the draft, since they were about it: a greeting, the head of a mail.
    out: tuple = ()
    # What the text begins and ends with.
    first: str = ""
    last: str = ""


P1 = "There is a kind of quiet in a house after an argument, and most of us can hear it from the next room."
P2 = "It does not ask to be fixed. It asks whether somebody is still there, which is a smaller question than it seems."
P3 = "So we begin there, with who is in the room, and leave the rest of it for later in the week."

FORMS = {
    "mail, adjacent lines": Form(
        f"Boundaries Are Not Walls\nWritten by Mara Ellison, LMFT\nPublished March 3, 2025\n\n{P1}\n\n{P2}\n\n— M.",
        title="Boundaries Are Not Walls",
        authors=(("Mara Ellison", "LMFT"),),
        day="2025-03-03",
        first=P1,
        last="— M.",
    ),
    "mail with a greeting and a signature": Form(
        "From: Mara Ellison <mara@practice.example>\nTo: Sam Ito <sam@practice.example>\nSubject: my piece\n\n"
        "Hi Sam,\n\nHere is the piece I promised. Change whatever you like!\n\n"
        f"The Second Cup\nBy Mara Ellison, LMFT\n\n{P1}\n\n{P2}\n\nThanks,\nMara\n\nSent from my iPhone",
        title="The Second Cup",
        authors=(("Mara Ellison", "LMFT"),),
        out=(
            "Hi Sam,",
            "Here is the piece I promised.",
            "Sent from my iPhone",
            "Subject: my piece",
            "Thanks,",
        ),
        first=P1,
        last=P2,
    ),
    "mail broken at a fixed width": Form(
        "What the Kettle Knows\r\nby Theo Brandvold, LPC\r\n\r\n"
        "There is a kind of quiet in a house after an argument, and most of us\r\n"
        "can hear it from the next room. It does not ask to be fixed. It asks\r\n"
        "whether somebody is still there, which is a smaller question than it\r\nseems.\r\n\r\n"
        "So we begin there, with who is in the room, and leave the rest of it\r\nfor later in the week.\r\n",
        title="What the Kettle Knows",
        authors=(("Theo Brandvold", "LPC"),),
        first=f"{P1} {P2}",
        last=P3,
    ),
    "labels in front": Form(
        f"Title: The Long Way Home\nAuthor: Petra Solvang, PsyD\nDate: 2024-11-02\n\n{P1}\n\n{P2}",
        title="The Long Way Home",
        authors=(("Petra Solvang", "PsyD"),),
        day="2024-11-02",
        first=P1,
        last=P2,
    ),
    "byline at the end": Form(
        f"When Rest Feels Wrong\n\n{P1}\n\n{P2}\n\nBy Mara Ellison, LMFT",
        title="When Rest Feels Wrong",
        authors=(("Mara Ellison", "LMFT"),),
        first=P1,
        last=P2,
    ),
    "signed with a dash": Form(
        f"When Rest Feels Wrong\n\n{P1}\n\nA Smaller Question\n\n{P2}\n\n— Theo Brandvold, LMFT",
        title="When Rest Feels Wrong",
        authors=(("Theo Brandvold", "LMFT"),),
        headings=("A Smaller Question",),
        first=P1,
        last=P2,
    ),
    "name and license under the title": Form(
        f"Small Talk, Large Feelings\n\nInes Calder, Doctoral Intern\n\n{P1}\n\n{P2}",
        title="Small Talk, Large Feelings",
        authors=(("Ines Calder", "Doctoral Intern"),),
        first=P1,
        last=P2,
    ),
    "name alone under the title": Form(
        f"Small Talk, Large Feelings\n\nInes Calder\n\n{P1}\n\n{P2}",
        title="Small Talk, Large Feelings",
        authors=(("Ines Calder", ""),),
        first=P1,
        last=P2,
    ),
    "title and byline in one line": Form(
        f"The Drawer, by Rupert Finch, LCSW\n\n{P1}\n\n{P2}",
        title="The Drawer",
        authors=(("Rupert Finch", "LCSW"),),
        first=P1,
        last=P2,
    ),
    "a dash between title and name": Form(
        f"The Drawer Nobody Opens — Rupert Finch, LCSW-C\n\n{P1}\n\n{P2}",
        title="The Drawer Nobody Opens",
        authors=(("Rupert Finch", "LCSW-C"),),
        first=P1,
        last=P2,
    ),
    "a subtitle and a date before the byline": Form(
        f"Night Feeds\n\nWhat new parents do not say at the table\n\nMay 5, 2025\n\nBy June Aldecott, Doctoral Intern and "
        f"Marisol Tennant, PhD\n\n{P1}\n\n{P2}",
        title="Night Feeds",
        authors=(("June Aldecott", "Doctoral Intern"), ("Marisol Tennant", "PhD")),
        opening="What new parents do not say at the table",
        day="2025-05-05",
        first=P1,
        last=P2,
    ),
    "a quotation with whose it is": Form(
        f"On Being Late\n\nBy Walt Enderby, LPC\n\n“You are not late. You are here.”\n— Odile Fernhaven\n\n{P1}\n\n{P2}",
        title="On Being Late",
        authors=(("Walt Enderby", "LPC"),),
        opening="“You are not late. You are here.”\n— Odile Fernhaven",
        first=P1,
        last=P2,
    ),
    "invitation, life and who puts it up": Form(
        f"On Being Early\n\nBy Walt Enderby, LPC\n\n{P1}\n\n{P2}\n\nAre you often early? We would like to hear from you: "
        "reach out any time.\n\nWalt Enderby, LPC, is a counselor who likes trains.\n\nPosted by Sam Ito",
        title="On Being Early",
        authors=(("Walt Enderby", "LPC"),),
        cta=("Are you often early?", "We would like to hear from you: reach out any time."),
        posted_by="Sam Ito",
        first=P1,
        last="Walt Enderby, LPC, is a counselor who likes trains.",
    ),
    "invitation under a heading of its own": Form(
        f"Weather Inside\n\nby Bo Linden, LMHC\n\n{P1}\n\n{P2}\n\nReady to Talk?\n\nBook a consultation with one of us.",
        title="Weather Inside",
        authors=(("Bo Linden", "LMHC"),),
        cta=("Ready to Talk?", "Book a consultation with one of us."),
        first=P1,
        last=P2,
    ),
    "a poem": Form(
        "Low Tide\nby Rosa Quill\n\nThe boats lean over\nas if to listen.\nNobody speaks to them.\n\nThe mud remembers\n"
        "every foot,\n\nand lets it go.",
        title="Low Tide",
        authors=(("Rosa Quill", ""),),
        first="The boats lean over\nas if to listen.\nNobody speaks to them.",
        last="and lets it go.",
    ),
    "questions and answers": Form(
        "Your First Session: What People Ask\n\nby Hana Okafor, LCSW\n\nQ: Do I have to lie down?\nA: No. There is a chair.\n\n"
        f"Q: What if I cry?\nA: Then you cry. {P2}\n\nQ: What if I do not?\nA: That is fine too.",
        title="Your First Session: What People Ask",
        authors=(("Hana Okafor", "LCSW"),),
        first="Q: Do I have to lie down?\nA: No. There is a chair.",
        last="Q: What if I do not?\nA: That is fine too.",
    ),
    "numbered sections": Form(
        f"Three Ways to Say No\n\nBy Theo Brandvold\n\n{P1}\n\n1. Say it early\n\n{P2}\n\n2. Say it short\n\n{P3}\n\n"
        f"3. Say it again\n\n{P1}",
        title="Three Ways to Say No",
        authors=(("Theo Brandvold", ""),),
        headings=("1. Say it early", "2. Say it short", "3. Say it again"),
        first=P1,
        last=P1,
    ),
    "a list with a paragraph inside": Form(
        f"Before You Call\n\nby Mara Ellison, LMFT\n\n{P1}\n\n1. Sit down.\n2. Breathe out.\n\n{P2}\n\n3. Dial.\n\n"
        f"4. Say your name.\n\n{P3}",
        title="Before You Call",
        authors=(("Mara Ellison", "LMFT"),),
        lists=(("numbered", 1, 2), ("numbered", 3, 2)),
        first=P1,
        last=P3,
    ),
    "sources at the end": Form(
        f"Sleep and the Second Shift\n\nby Hana Okafor, LCSW\n\n{P1} [1]\n\n{P2} [2]\n\nReferences\n\n"
        "1. Marsh, T. (2019). Tides of rest. Fenwick Press.\n2. Okada, R. (2021). Nights. https://sleep.example/nights",
        title="Sleep and the Second Shift",
        authors=(("Hana Okafor", "LCSW"),),
        references=("Marsh, T. (2019). Tides of rest. Fenwick Press.", "Okada, R. (2021). Nights."),
        first=f"{P1} [1]",
        last=f"{P2} [2]",
    ),
    "no line between any two": Form(
        f"The Lamp in the Hall\nby Ines Calder, Doctoral Intern\n{P1}\n{P2}\n{P3}",
        title="The Lamp in the Hall",
        authors=(("Ines Calder", "Doctoral Intern"),),
        first=P1,
        last=P3,
    ),
    "Windows ends, tabs and bullets": Form(
        f"Packing Light\r\n\r\nBy: Petra Solvang\r\n\r\n{P1}\r\n\r\n\u2022\tSocks\r\n\u2022\tA book\r\n\u2022\tNo plan\r\n\r\n{P2}\r\n",
        title="Packing Light",
        authors=(("Petra Solvang", ""),),
        lists=(("list", 1, 3),),
        first=P1,
        last=P2,
    ),
    "several authors, a title each": Form(
        f"Two Chairs\n\nWritten by: Theo Brandvold, LMFT & June Aldecott (she/her), Doctoral Intern\n\n{P1}\n\n{P2}",
        title="Two Chairs",
        authors=(("Theo Brandvold", "LMFT"), ("June Aldecott (she/her)", "Doctoral Intern")),
        first=P1,
        last=P2,
    ),
    "shouted": Form(
        f"LETTING THE PHONE RING\n\nBY MARA ELLISON, LMFT\n\n{P1}\n\nWHY IT RINGS\n\n{P2}",
        title="LETTING THE PHONE RING",
        authors=(("MARA ELLISON", "LMFT"),),
        headings=("WHY IT RINGS",),
        first=P1,
        last=P2,
    ),
    "a name at the foot and nothing else": Form(
        f"Slow Mail\n\n{P1}\n\n{P2}\n\n{P3}\n\nRosa Quill",
        title="Slow Mail",
        authors=(("Rosa Quill", ""),),
        first=P1,
        last=P3,
    ),
    "Markdown": Form(
        f"# What the Tide Leaves\n\n*by Hana Okafor, LCSW*\n\n> “Nobody owns the beach.”\n\n{P1} It is **not** [a test]"
        f"(https://tide.example/a).\n\n## Low water\n\n{P2}\n\n1. Shells\n   - whole ones\n2. Rope\n3. Names\n\n{P3}",
        title="What the Tide Leaves",
        authors=(("Hana Okafor", "LCSW"),),
        opening="“Nobody owns the beach.”",
        headings=("Low water",),
        lists=(("numbered", 1, 3),),
        first=f"{P1} It is not a test.",
        last=P3,
    ),
    "Markdown under front matter": Form(
        '---\ntitle: "Harbor: a note"\nauthors:\n  - Bo Linden, LMHC\n  - Rosa Quill\ndate: 2024-05-06\ntags: [sea, rest]\n'
        f"description: Where boats wait.\n---\n\n{P1}\n\n## Ropes\n\n{P2}[^1]\n\n---\n\n{P3}\n\n[^1]: Marsh (2019), Tides.",
        title="Harbor: a note",
        authors=(("Bo Linden", "LMHC"), ("Rosa Quill", "")),
        summary="Where boats wait.",
        day="2024-05-06",
        headings=("Ropes",),
        references=("Marsh (2019), Tides.",),
        out=("tags: sea and rest",),
        first=P1,
        last=P3,
    ),
}
