// A form's picture, chosen by looking. Without this script the list of descriptions works as well;
// with it, the list stays the field that is sent.

for (const field of document.querySelectorAll("[data-picture-field]")) {
  start(field).catch((error) =>
    console.error("The picture chooser did not start; its list stays.", error)
  );
}

async function start(field) {
  const { addresses, library: address, messages } = JSON.parse(field.dataset.pictureField);
  const { library, thumbnail } = await import(address);
  const select = field.querySelector("select");
  const part = (name) => field.querySelector(`[data-part=${name}]`);
  const [choose, remove] = ["choose", "remove"].map((name) =>
    field.querySelector(`[data-do=${name}]`)
  );
  const edit = part("edit");
  const before = select.value;
  let shown = field.dataset.shown;
  let asked = 0;

  function show(picture) {
    shown = picture ? String(picture.id) : "";
    part("chosen").hidden = !picture;
    if (remove) remove.hidden = !picture || select.disabled;
    if (!picture) return;
    part("thumbnail").replaceChildren(...(picture.src ? [thumbnail(picture)] : []));
    part("name").textContent = picture.name;
    if (edit) edit.href = addresses.edit.replace("PICTURE", picture.id);
  }

  // What is in the list, however it came there: chosen here, or put back by the browser.
  async function follow() {
    const mine = (asked += 1);
    const id = select.value;
    if (!id) return show(null);
    const response = await fetch(`${addresses.pictures}${id}/`).catch(() => null);
    const answer = response?.ok ? await response.json().catch(() => null) : null;
    if (mine === asked) show(answer || { id, name: select.selectedOptions[0].text });
  }

  function say() {
    part("status").textContent = select.value === before
      ? messages.taken_back
      : select.value
      ? messages.chosen
      : messages.none;
  }

  function take(picture) {
    const id = picture ? String(picture.id) : "";
    if (![...select.options].some((option) => option.value === id)) {
      select.add(new Option(picture.name, id), 1);
    }
    select.value = id;
    show(picture);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  select.addEventListener("change", () => {
    if (select.value !== shown) follow();
    say();
  });
  if (select.value !== shown) follow();
  // Described or cropped anew on its own page, in another tab.
  edit?.addEventListener("click", () => addEventListener("focus", follow, { once: true }));
  if (!choose || select.disabled) return;

  const token = select.form.elements.csrfmiddlewaretoken;
  const post = (to, body) =>
    fetch(to, { method: "POST", body, headers: { "X-CSRFToken": token.value } });
  const dialog = field.querySelector("template").content.firstElementChild.cloneNode(true);
  const open = library(dialog, { addresses, messages, post, choose: take });
  dialog.addEventListener("close", () => choose.focus());
  choose.addEventListener("click", () => open(select.value));
  remove.addEventListener("click", () => {
    take(null);
    choose.focus();
  });

  part("buttons").hidden = false;
  remove.hidden = !select.value;
  standIn(select, field, choose);
}

// The buttons take over what the list was called and told about; the list leaves the way of keys.
function standIn(select, field, choose) {
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  field.setAttribute("role", "group");
  if (label) {
    label.id ||= `${select.id}_label`;
    field.setAttribute("aria-labelledby", label.id);
    label.addEventListener("click", (event) => {
      event.preventDefault();
      choose.focus();
    });
  }
  const described = select.getAttribute("aria-describedby");
  if (described) field.setAttribute("aria-describedby", described);
  select.tabIndex = -1;
  select.setAttribute("aria-hidden", "true");
  field.classList.add("is-ready");
}
