"""Names that are not written out, or in other alphabets; and strangers written down for these rules."""

TEAM = [
    "June Aldecott", "Maribel Tenorio", "Samira Belkadi-Thorne", "Idris Okonjo-Vale", "Hana Wexler",
    "Theo Brandvold", "Marisol Tennant", "Wren Castellane", "Mateo Arrizabal", "Siobhan O'Neill", "José Núñez",
    "Lena Müller", "Rosa de la Cruz", "Grace Will", "Nora Whitfield", "Anselm Okoro",
]  # fmt: skip

# {f} and {l}: first and last name; {i} and {j}: their letters; {F}, {L}, {I}, {J}: the same, small.
FORMS = [
    "{j}. {f}", "{j} {f}", "{j}., {f}", "By {j}. {f}, Doctoral Intern", "Rosa Quill with {j}. {f}",
    "our trainee {i}.", "our trainee {j}.", "trainee {j}.{i}.", "trainee {i}.{j}.", "a trainee ({i}.)",
    "{i}., Doctoral Intern", "Intern {j}., supervised by Ada Supervisor", "student {i}{j}", "{j}.{i}.", "{j}{i}",
    "written with {i}.{j}.", "written with {i}. {j}.", "{f}’s reflections on grief", "{f}s story",
    "{l}’s notes", "Dr. {l}", "{l}, {i}.", "{I}{J}@practice.example", "{F}.{L}@practice.example",
    "{L}@practice.example", "@{F}_writes", "@{F}.writes", "@dr{F}", "@the{F}", "@{F}writes", "@{L}_therapy",
    "@{L}{F}", "{f} {l}-Ruiz", "{f} Ruiz-{l}", "Ana-{f} {l}",
]  # fmt: skip
DRESSED_UP = [
    "ʇʇoɔǝplɐ ǝunɾ", "ᒍᑌᑎᗴ ᗩᒪᗪᗴᑕOTT", "ﾌㄩ几乇 卂ㄥᗪ乇匚ㄖㄒㄒ", "ꓙꓴꓠꓰ ꓮꓡꓓꓰꓚꓳꓔꓔ", "ᎫUNᎬ ᎪᏞᎠᎬᏟOᎢᎢ", "JUΝΕ Aldecott",
    "ttocedlA enuJ", "Jun A.", "Jun", "J\u200du\u200dn\u200de A\u200dldecott", "Ju\u00adne Al\u200cdecott",
]  # fmt: skip
# Nobody of the team; the last ones are no people, though in training or with an address.
STRANGERS = [
    "June Pemberton", "June Larkin, LCSW", "June Castellanos", "Dr. June Abernathy",
    "June Osei (she/her)", "Theo Whitcombe", "Theo Larsen & Mina Patel", "Theo Abara, PhD",
    "Marisol Quintero", "Marisol Reyes-Luna, LMFT", "Samira Osman", "Samira Qureshi", "Idris Bello",
    "Idris Elbaz", "Wren Haverford", "Wren Tully, MA", "Mateo Cordero", "Mateo Vance", "Hana Lindgren",
    "Hana Takeda", "Siobhan Doyle", "Siobhan Farrell, RN", "José Carrillo", "José Ibarra",
    "Lena Hoffmann", "Lena Fischer, PsyD", "Rosa Delgado", "Rosa Santangelo", "Grace Oyelaran",
    "Grace Lindqvist", "Will Harrow", "Will Sato", "Tom Hadley", "Tom Ferris, MSW", "Mary Ann Lindholm",
    "Maribel Soto", "Maribel Ochoa, LPC", "Maribel Vance-Ruiz", "Anne-Marie Duval", "Felix Aldecott",
    "Cora Aldecott, MD", "Signe Brandvold", "Knut Brandvold", "Ruth Tennant", "Oscar Tennant (he/him)",
    "Lewis Thorne", "Clara Thorne, LCSW", "Farah Belkadi", "Nils Okonjo", "Ada Vale", "Hugh Castellane",
    "Pilar Arrizabal", "Ursula Wexler", "Conor O'Neill", "Fiona O’Neill, LMFT", "Inés Núñez",
    "Carlos Núñez", "Greta Müller", "Hans Müller", "Erik Ek", "Mei Wu", "Yifan Wu", "Ellen Page",
    "Henrik Reed", "Lou Reed", "Teresa de la Cruz", "Juan de la Cruz", "Bruno Tenorio",
    "Celia Tenorio, PsyD", "Vera Kim", "Eun Park", "T. Jefferson Vaughn", "M. Night Osborne",
    "T. M. Scanlon", "J. R. Ackerley", "S. E. Hinton", "A. A. Milne", "W. H. Auden", "C. S. Lewis",
    "B. F. Skinner", "K. Horney", "J. Bowlby", "D. W. Winnicott", "Our readers",
    "The waiting room staff", "Practice newsletter", "A trainee's supervisor", "The doctoral interns",
    "Our trainees", "Anonymous intern", "A graduate student", "contact@larchmont.example",
    "editor@fallowhouse.example", "@larchmontcounseling", "@mentalhealthdaily", "Hannah's mother",
    "The children's corner", "Peter's Place, Inc.", "Editor's pick", "Harold Finch, LPC Associate",
    "Ottilie Brandt and Marco Silvestri",
]  # fmt: skip
