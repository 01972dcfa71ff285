// Writing as it will look: what the server says of the form is kept true while somebody types. Without this script
// everything is written, saved and published as well.

const title = document.querySelector("#id_title.inplace");
const opening = document.querySelector("#id_opening_lines");

// Until the browser can grow a field with its text.
if (!CSS.supports("field-sizing", "content")) {
  for (const field of document.querySelectorAll("textarea.inplace")) {
    const fit = () => {
      field.rows = Math.max(1, field.value.split("\n").length, Math.ceil(field.value.length / 60));
    };
    field.addEventListener("input", fit);
    fit();
  }
}

if (title) {
  // A title is one line: Enter goes on to the next place.
  title.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    opening?.focus();
  });
  // What is pasted may have line ends all the same.
  title.addEventListener("input", () => {
    if (!/[\n\r]/.test(title.value)) return;
    const caret = title.selectionStart;
    title.value = title.value.replace(/\s*[\n\r]+\s*/g, " ");
    title.setSelectionRange(caret, caret);
  });
}

// Where a picture stood that did not come along: kept with the next save, until somebody has seen to it.
document.addEventListener("pictures-left-out", (event) => {
  const form = event.target.closest("form");
  if (!form) return;
  const mark = document.createElement("input");
  mark.type = "hidden";
  mark.name = "pictures_left_out";
  mark.value = event.detail;
  form.append(mark);
});

// A link to something in a closed drawer opens it; the menu that it stood in closes.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  for (const menu of document.querySelectorAll(".stops[open]")) {
    if (link || !menu.contains(event.target)) menu.open = false;
  }
  if (!link) return;
  const place = document.getElementById(link.hash.slice(1));
  if (!place) return;
  event.preventDefault();
  for (let box = place; box; box = box.parentElement?.closest("details")) {
    if (box.localName === "details") box.open = true;
  }
  place.scrollIntoView({ block: "center" });
  const field = place.matches("input, select, textarea, [contenteditable], [tabindex]")
    ? place
    : (place.querySelector("input:not([type=hidden]), select, textarea") ??
      place.querySelector("button"));
  field?.focus({ preventScroll: true });
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector(".stops[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// Who wrote it, in one line.
const byline = document.querySelector("[data-byline]");
const rows = document.querySelector("[data-rows=bylines]");
let saidOfWhom = null;
function sayWhoWrote() {
  const authors = [...rows.querySelectorAll(".rows-row")].map((row) => {
    const get = (column) => row.querySelector(`[name$="-${column}"]`);
    if (get("DELETE")?.checked) return "";
    const person = get("therapist");
    const name = person?.value ? person.selectedOptions[0].text : get("name")?.value.trim();
    const words = [name, get("title")?.value.trim()].filter(Boolean).join(", ");
    return name && { person: person?.value, words };
  }).filter(Boolean);
  const said = JSON.stringify(authors);
  // What the server drew stays as long as it is true: faces would be asked for again.
  if (said === saidOfWhom) return;
  if (saidOfWhom !== null) {
    byline.replaceChildren(...(authors.length ? authors.flatMap(chip) : [byline.dataset.empty]));
  }
  saidOfWhom = said;
}

function chip({ person, words }, number) {
  const author = document.createElement("span");
  author.className = "author";
  author.append(person ? faceOf(person) : noFace(), words);
  if (!number) return [author];
  const comma = document.createElement("span");
  comma.className = "visually-hidden";
  comma.textContent = ", ";
  return [comma, author];
}

function faceOf(person) {
  const face = new Image();
  face.className = "face";
  face.alt = "";
  face.addEventListener("error", () => face.replaceWith(noFace()));
  face.src = byline.dataset.faces.replace(/0\/$/, `${person}/`);
  return face;
}

function noFace() {
  const none = document.createElement("span");
  none.className = "face face-none";
  none.ariaHidden = "true";
  return none;
}

// The picture as readers will see it is the one that is chosen now.
const large = document.querySelector("[data-large]");
const small = document.querySelector(".lead-line [data-part=thumbnail]");
if (large && small) {
  new MutationObserver(() => {
    const chosen = small.querySelector("img");
    large.replaceChildren(...(chosen ? [chosen.cloneNode()] : []));
  }).observe(small, { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] });
}

// What stops it from going out: what is there meanwhile is crossed off.
const stops = document.querySelector(".stops");
const isThere = {
  title: () => title.value.trim(),
  body: () => document.querySelector("#id_body").value.replace(/<[^>]*>/g, "").trim(),
  bylines: () => byline.textContent !== byline.dataset.empty,
};
function countStops() {
  const items = [...stops.querySelectorAll("li")];
  for (const item of items) {
    const test = isThere[item.dataset.field];
    item.classList.toggle("is-done", Boolean(test?.()));
  }
  const left = items.filter((item) => !item.classList.contains("is-done")).length;
  const label = stops.querySelector("[data-count]");
  if (label) {
    const { one, many, none } = stops.dataset;
    label.textContent = left > 1 ? many.replace("0", left) : left ? one : none;
    label.nextElementSibling.hidden = !left;
  }
  stops.closest(".publish").classList.toggle("is-free", !left);
}

function follow() {
  if (rows && byline) sayWhoWrote();
  if (stops?.querySelector("li")) countStops();
}
for (const name of ["input", "change"]) document.addEventListener(name, follow);
// The browser may have put back what was typed before the page was left.
follow();
