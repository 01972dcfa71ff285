// A web address follows the title it is made from, as long as nobody wrote another one: as the server makes it,
// which also gives it a number where somebody else has it. Without this script the server does all of it.

// As django.utils.text.slugify.
export function addressOf(words) {
  const plain = words.normalize("NFKD").replace(/[^\0-\x7F]/g, "").toLowerCase();
  return plain.replace(/[^\w\s-]/g, "").replace(/[-\s]+/g, "-").replace(/^[-_]+|[-_]+$/g, "");
}

// Room for a number behind it, as editing.addresses leaves it.
export function cutTo(longest, address) {
  return address.slice(0, longest - 5).replace(/^-+|-+$/g, "");
}

function follow(field) {
  const sources = field.dataset.madeFrom.split(" ").map((id) => document.getElementById(id));
  const made = () => {
    const whole = addressOf(sources.map((source) => source?.value ?? "").join(" "));
    return field.maxLength > 0 ? cutTo(field.maxLength, whole) : whole;
  };
  let last = made();
  const write = () => {
    const isOwn = field.value && field.value !== last;
    last = made();
    if (isOwn || field.value === last) return;
    field.value = last;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const source of sources) source?.addEventListener("input", write);
}

for (const field of document.querySelectorAll("[data-made-from]")) follow(field);
