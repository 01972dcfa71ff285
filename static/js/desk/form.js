// A form of the desk: says what is not saved, finds one of many by its letters, and does not lose half a day
// that was typed. Without this script everything saves.

const form = document.querySelector("#content-main > form");
const note = form?.querySelector("[data-unsaved]");
// Texts are kept by another script while they are typed, which says so itself.
const isKept = Boolean(document.querySelector("[data-autosave]"));
let isUnsaved = Boolean(note?.textContent);

function change(event) {
  if (event.target.dataset.narrows) return;
  isUnsaved = true;
  if (note && !isKept) note.textContent = note.dataset.unsaved;
}

function leave(event) {
  if (isUnsaved && !isKept) event.preventDefault();
}

function send(event) {
  // A browser sends a day or a time that is half typed as an empty one.
  const half = [...form.elements].find((field) => field.validity?.badInput);
  if (half) {
    event.preventDefault();
    half.closest("details")?.setAttribute("open", "");
    half.reportValidity();
    return;
  }
  isUnsaved = false;
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function narrow(field) {
  const wanted = plain(field.value.trim());
  const chips = [...document.getElementById(field.dataset.narrows).children];
  for (const chip of chips) chip.hidden = !plain(chip.textContent).includes(wanted);
  const none = field.closest(".some-of-many").querySelector("[data-none]");
  if (none) none.hidden = chips.some((chip) => !chip.hidden);
}

function count(set) {
  const told = set.querySelector("output");
  if (told) told.value = told.dataset.words.replace("{}", set.querySelectorAll(":checked").length);
}

for (const field of document.querySelectorAll("[data-narrows]")) {
  const set = field.closest(".some-of-many");
  field.parentElement.hidden = false;
  field.addEventListener("input", () => narrow(field));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    // Enter here takes the only one that is left, and does not send the form.
    event.preventDefault();
    const left = set.querySelectorAll(".chip:not([hidden]) input");
    if (left.length === 1) left[0].click();
  });
  set.addEventListener("change", () => count(set));
}

const words = (field) => (field?.selectedOptions?.[0]?.textContent ?? field?.value ?? "").trim();

// What stands beside a form as visitors see it follows what is typed.
function follow(told) {
  const fields = [told.dataset.follows, told.dataset.or].map((id) => document.getElementById(id));
  const typed = fields.map(words).find(Boolean);
  told.textContent = typed ?? told.dataset.otherwise ?? "";
}

function followSet(told) {
  const chosen = document.querySelectorAll(`#${told.dataset.followsSet} :checked`);
  const names = [...chosen].map((box) => box.parentElement.textContent.trim());
  told.textContent = names.join(", ") || told.dataset.otherwise;
}

function show(event) {
  const { id } = event.target;
  for (const told of document.querySelectorAll("[data-follows]")) {
    if (id && [told.dataset.follows, told.dataset.or].includes(id)) follow(told);
  }
  for (const told of document.querySelectorAll("[data-follows-set]")) {
    if (event.target.closest(`#${told.dataset.followsSet}`)) followSet(told);
  }
  for (const told of document.querySelectorAll("[data-follows-tick]")) {
    if (id === told.dataset.followsTick) told.hidden = !event.target.checked;
  }
}

// Hours that are written mean somebody is there; nobody means none.
function weekly(event) {
  const row = event.target.closest(".week tr");
  const nobody = row?.querySelector("[type=checkbox]");
  if (!nobody) return;
  if (event.target !== nobody) nobody.checked = false;
  else if (nobody.checked) {
    for (const clock of row.querySelectorAll(".span input")) clock.value = "";
  }
}

for (const link of document.querySelectorAll(".sections a")) {
  link.addEventListener("click", () => {
    document.querySelector(link.hash)?.closest("details")?.setAttribute("open", "");
  });
}

// Whoever was led to one field has come to write it anew. A long text would be gone by one key.
const led = location.hash && document.getElementById(location.hash.slice(1));
if (led && form?.contains(led) && led.matches("input")) {
  led.focus();
  led.select();
}

if (form) {
  form.addEventListener("change", weekly);
  form.addEventListener("input", show);
  form.addEventListener("input", change);
  form.addEventListener("change", change);
  form.addEventListener("submit", send);
  addEventListener("beforeunload", leave);
  if ("begin" in form.dataset) {
    const fields = [...form.querySelectorAll("input, select, textarea")];
    fields.find((field) => field.offsetParent && !field.disabled)?.focus();
  }
}
