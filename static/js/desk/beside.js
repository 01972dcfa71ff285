// What a form may name and does not have yet is added in a window beside it: "Add a new specialty". When it is
// saved there, it is chosen here and the window closes. Without this script the link opens a page of its own.

const SIZE = "popup,width=900,height=720";
const opened = new Map(); // windows, and the links they were opened by

const isOfUs = (event) => event.origin === location.origin && opened.has(event.source);
const wrapperOf = (part) => part.closest(".related-widget-wrapper");

// All places of the form that name rows of this kind, the one that was asked for first.
function places(link) {
  const own = wrapperOf(link);
  const kind = own.dataset.modelRef;
  const all = kind ? [...document.querySelectorAll(`[data-model-ref="${CSS.escape(kind)}"]`)] : [];
  return [own, ...all.filter((place) => place !== own)];
}

function addTo(place, { value, obj }, isChosen) {
  const select = place.querySelector("select");
  if (select) {
    select.add(new Option(obj, value, isChosen, isChosen));
    return select;
  }
  const chips = place.querySelector(".chips");
  if (!chips) return null;
  const label = Object.assign(document.createElement("label"), { className: "chip" });
  const box = Object.assign(document.createElement("input"), {
    type: "checkbox",
    name: chips.dataset.name,
    value,
    checked: isChosen,
  });
  label.append(box, ` ${obj}`);
  chips.prepend(label);
  return box;
}

function rename(place, { value, obj }) {
  const option = place.querySelector(`option[value="${CSS.escape(value)}"]`);
  if (option) option.textContent = obj;
}

function take(event) {
  if (!isOfUs(event) || !event.data?.saved) return;
  const { saved } = event.data;
  const link = opened.get(event.source);
  event.source.close();
  opened.delete(event.source);
  const [own, ...others] = places(link);
  if (saved.action) {
    for (const place of [own, ...others]) rename(place, saved);
    return;
  }
  for (const place of others) addTo(place, saved, false);
  const field = addTo(own, saved, true);
  field?.dispatchEvent(new Event("change", { bubbles: true }));
  field?.focus();
}

function open(event) {
  const link = event.target.closest("a[data-beside]");
  if (!link?.href) return;
  const beside = window.open(`${link.href}?${link.dataset.beside}`, "_blank", SIZE);
  if (!beside) return; // not allowed here: the link goes its own way
  event.preventDefault();
  opened.set(beside, link);
}

// "Open this series" leads to the one that is chosen.
function lead(select) {
  const link = wrapperOf(select)?.querySelector("a[data-address]");
  if (!link) return;
  if (select.value) link.href = link.dataset.address.replace("__fk__", select.value);
  else link.removeAttribute("href");
}

const saved = document.body.dataset.savedBeside;
if (saved) window.opener?.postMessage({ saved: JSON.parse(saved) }, location.origin);

addEventListener("message", take);
document.addEventListener("click", open);
document.addEventListener("change", (event) => lead(event.target));
for (const select of document.querySelectorAll(".related-widget-wrapper select")) lead(select);
