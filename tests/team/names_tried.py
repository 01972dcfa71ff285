"""Ways to write the name of somebody of the team, and names of people who are nobody of ours."""

TEAM = [
    "June Aldecott", "Theo Brandvold", "Marisol Tennant", "Samira Belkadi-Thorne",
    "Idris Okonjo-Vale", "Wren Castellane", "Mateo Arrizabal", "Hana Wexler", "Siobhan O'Neill",
    "José Núñez", "Lena Müller", "Bo Ek", "Li Wu", "Grace Will", "Mary Ann Page", "Tom Reed Jr.",
    "李小明", "Мария Иванова", "Anne-Marie Sørby", "Rosa de la Cruz",
]  # fmt: skip

# {f} and {l} are the first and the last name. What is read as the person without asking:
SAME = [
    "{f} {l}", "by {f} {l}", "By: {f} {l}", "Written by {f} {l}", "written  by  {f}  {l}",
    "{f} {l} (she/her)", "{f} {l} [they/them]", "{f} {l} (she/her/hers), Doctoral Intern",
    "Dr. {f} {l}", "Ms {f} {l}", "Mx. {f} {l}", "Prof. {f} {l}, PhD", "{f} M. {l}", "{f} M {l}",
    "{f} {l} MA", "{f} {l}, MA", "{f} {l} M.A.", "{f} {l}, M.Ed., NCC", "{f} {l} Ph.D.",
    "{f} {l} PsyD, Doctoral Intern", "{f} {l}, LPC Associate", "{f} {l} Doctoral Intern",
    "Doctoral Intern {f} {l}", "{f} {l} - Doctoral Intern", "{f} {l} – Doctoral Intern",
    "{f} {l}—Intern", "{f} {l} with Theo Nobody, LMFT", "Theo Nobody, LMFT/{f} {l}",
    "Theo Nobody & {f} {l}", "Theo Nobody and {f} {l}, MA", "Theo Nobody + {f} {l}",
    "Theo Nobody; {f} {l}", "Theo Nobody · {f} {l}", "Theo Nobody | {f} {l}", "Theo Nobody\n{f} {l}",
    "Theo Nobody, {f} {l}", "Theo Nobody, as told to {f} {l}", "Theo Nobody (and {f} {l})",
    "{f} {l}, supervised by Theo Nobody", "Reviewed by {f} {l}", "{f} {l}’s essay", "{f} {l}'s",
    "{l}, {f}", "{l}, {f} M.", "{f} {l}\u200b", "\u2066{f} {l}\u2069", "{f}\u00a0{l}", "{f}\u202f{l}",
    "{f}\t{l}", "{f}\u2060 {l}", "“{f} {l}”", "~ {f} {l} ~", "by {f} {l} ♥", "{f} {l}.", "{f} {l}:",
    "Guest post by {f} {l}", "{f} {l} and the Fallow House team", "Our intern {f} {l}",
    "From {f} {l}", "{f} {l}1", "{f} {l}*",
]  # fmt: skip
# What is asked about, at least:
ASKED = [
    "{f} Marie {l}", "{f} {l} Winterbottom", "{f} Winterbottom-{l}", "{f} {l}-Winterbottom",
    "{l} {f}", "{i}. {l}", "{i} {l}", "{i}. M. {l}", "{i}.M. {l}", "{f} {l}, Jr.", "{f} {l} III",
    "The {f} {l} collective", "{f}.{l}@practice.example", "Winterbottom {f} {l} Winterbottom",
    "{f} “Sunny” {l}", "Sunny ({f}) {l}",
]  # fmt: skip
DISGUISED = {
    "June Aldecott": [
        "Ｊｕｎｅ Ａｌｄｅｃｏｔｔ", "ᴊᴜɴᴇ ᴀʟᴅᴇᴄᴏᴛᴛ", "𝐉𝐮𝐧𝐞 𝐀𝐥𝐝𝐞𝐜𝐨𝐭𝐭", "Ju\u00adne Alde\u00adcott", "Јune Aldecott", "June Αldecott",
        "Junе Аldеcоtt", "J\u200bu\u200bn\u200be Aldecott", "JUNE ALDECOTT", "june aldecott", "Júne Àldecött",
        "June Aldecot", "June Aldecotte", "June Aldicott", "Jun Aldecott", "Junie Aldecott",
        "Juen Aldecott", "J. A.", "J.A.", "JA", "June", "Aldecott", "Ms. Aldecott", "Dr. June", "June A.",
        "June, Doctoral Intern", "June (intern)", "June and Aldecott", "June/Aldecott", "june_aldecott",
        "@junealdecott", "jaldecott", "junea", "J u n e A l d e c o t t", "JuneAldecott", "June-Aldecott",
        "June Aldeco tt", "Ⓙⓤⓝⓔ Ⓐⓛⓓⓔⓒⓞⓣⓣ", "🅹🆄🅽🅴 🅰🅻🅳🅴🅲🅾🆃🆃", "Jun3 Ald3cott", "\u202ettocedlA enuJ\u202c",
        "June Vega (née Aldecott)", "June Vega, formerly Aldecott", "June Vega, born Aldecott", "June Ald.",
        "June Anna Sofia Luisa Helena Aldecott", "Junie A.", "aldecottj", "June Vega f/k/a Aldecott",
        "June\u0336 Aldecott\u0336", "Juńe Ałdecott", "Joon Aldecott", "June Alldecot", "Joon Alldecott",
    ],
    "Siobhan O'Neill": [
        "Siobhan O’Neill", "Siobhan O‘Neill", "Siobhan O`Neill", "Siobhan OʼNeill", "Siobhan O′Neill",
        "Siobhan ONeill", "Siobhan O Neill", "Siobhán O'Néill", "S. O’Neill", "Siobhan O'Neil",
        "Siobhan Oneal", "Siobhan O''Neill", "O’Neill, Siobhan", "Shevaun O’Neill", "Siobahn O'Neill",
    ],
    "José Núñez de la Cruz": ["José Núñez", "Jose Nunez", "J. Núñez", "Pepe Núñez", "José N. de la Cruz", "J. de la Cruz"],
    "Xiu Ying Li": ["LI Xiuying", "Xiuying Li", "Li, Xiu Ying", "X.Y. Li", "Xiuying L."],
    "Samira Belkadi-Thorne": [
        "Samira Belkadi Thorne", "Samira Belkadi–Thorne", "Samira Belkadi‑Thorne", "Samira Thorne",
        "Samira Belkadi", "S. Thorne", "Samira Thorne-Belkadi", "Thorne, Samira", "Sam Belkadi-Thorne",
        "Samira B. Thorne", "Samira B.-T.",
    ],
    "José Núñez": ["Jose Nunez", "JOSÉ NÚÑEZ", "Jose\u0301 Nu\u0301n\u0303ez", "Joe Núñez", "Pepe Nuñez", "J. Nunez"],
    "Lena Müller": ["Lena Mueller", "Lena Muller", "LENA MÜLLER", "Lena Mu\u0308ller", "Helena Müller"],
    "Bo Ek": ["Bo Ek", "BO EK", "B. Ek", "Ek, Bo", "Bo", "Ek Bo"],
    "Li Wu": ["Li Wu, LCSW", "Wu Li", "Wu, Li", "L. Wu"],
    "Mary Ann Page": ["Mary Page", "Maryann Page", "Mary-Ann Page", "M. A. Page", "Mary A. Page", "Mary Ann P.", "Mary Ann", "Maryann"],
    "Tom Reed Jr.": ["Tom Reed", "Tom Reed, Jr.", "Thomas Reed Jr", "T. Reed"],
    "李小明": ["李小明", "李 小明", "文：李小明", "作者李小明"],
    "Мария Иванова": ["Мария Иванова", "МАРИЯ ИВАНОВА", "Иванова, Мария", "М. Иванова", "Мария И."],
    "Anne-Marie Sørby": ["Anne Marie Sørby", "Annemarie Sorby", "Anne-Marie Soerby", "Anne Sørby", "A.-M. Sørby"],
    "Rosa de la Cruz": ["Rosa De La Cruz", "Rosa Cruz", "Rosa delaCruz", "R. de la Cruz", "Cruz, Rosa de la"],
}  # fmt: skip

# In most of these somebody shares a first or a last name with the team.
FIRST_OF_OURS = ["June", "Theo", "Marisol", "Samira", "Idris", "Wren", "Mateo", "Hana", "Siobhan", "José", "Lena", "Rosa"]  # fmt: skip
LAST_OF_OURS = ["Aldecott", "Brandvold", "Tennant", "Thorne", "Okonjo", "Castellane", "Arrizabal", "Wexler", "O’Neill", "Núñez", "Müller", "de la Cruz"]  # fmt: skip
OTHER_LAST = ["Whitlock", "Harmon", "Okafor", "Vega", "Sandoval, LMFT", "Pryce (he/him)"]
OTHER_FIRST = ["Peter", "Beatrix", "Dr. Quentin", "Abigail", "Vanessa"]
NOBODY = [
    "Ines Calder", "Rosa Quill and Tova Lindqvist", "The Fallow House team", "Fallow House",
    "The editors", "Guest author", "Anonymous", "A reader", "Larchmont Counseling",
    "National Alliance on Mental Illness", "World Health Organization", "Nobody in particular",
    "Wendell Pryce, PhD, and Clara Jung", "Farid Nazari, MD / Anneke Visser, RN", "Bjørn Åkesson",
    "Zoë Brandt", "Chidi Anekwe", "O. Henry", "bell hooks", "Madonna", "M. Scott Peck", "J. Doe",
    "J. Smith", "T. S. Eliot", "Ken Adler, Marriage and Family Therapist", "Nadia & Tomás Pereira",
    "With love from your neighbors", "王芳", "Иван Петров", "Editor’s note", "Mr. Ng", "Jo Jo",
    "Junior staff", "A. N. Onymous", "Alan Cotter", "Aldo Scott", "Tennessee Brand", "Marina Tenney",
    "Theodora Brandt", "Hannah Weaver", "Jane Austen", "Julia Aldridge", "Grace Hopper", "Gracie Mill",
    "Will Ames", "Mary Ann Evans", "Tom Archer, Sr.", "Ann Page-Turner", "Amy Wu", "Bo Lek", "Eli Wuest",
    "Mario Ivanov", "Max Mueller", "Ross Cruz", "Anne Sorensen", "Marie Curie", "Reed Mallory",
    "Ed O’Neill", "Sean O'Neal", "Noor Jahan", "Prue Leith", "Wanda Castle",
    "Kim Lee", "Juan Nunes", "Josefa Munoz", "Samir Thorpe", "Quincy Ardmore", "Sam Fennimore",
]  # fmt: skip
STRANGERS = [
    *(f"{first} {last}" for first in FIRST_OF_OURS for last in OTHER_LAST),
    *(f"{first} {last}" for first in OTHER_FIRST for last in LAST_OF_OURS),
    *NOBODY,
]
