// The picture library in a dialog: one finds a picture, or adds one with a description, and chooses it.
// Whoever opens it is told which.

export function library(element, { addresses, messages, post, choose }) {
  document.body.append(element);
  const [search, choice, add] = ["search", "choose", "add"].map((name) =>
    element.querySelector(`[data-form=${name}]`)
  );
  const list = choice.querySelector(".rich-text-pictures");
  const found = choice.querySelector(".rich-text-found");
  const more = choice.querySelector("[data-do=more]");
  const query = search.querySelector("input");
  const pictures = new Map();
  // Whether a picture was brought along: then it is described, and not looked for.
  let isForOne = false;
  let current = "";
  let next = null;
  let asked = 0;

  async function look(page) {
    const mine = (asked += 1);
    const address = `${addresses.pictures}?${new URLSearchParams({ q: query.value, page })}`;
    const response = await fetch(address).catch(() => null);
    const answer = response?.ok ? await response.json().catch(() => null) : null;
    if (mine !== asked) return;
    if (!answer) {
      found.textContent = messages.unreachable;
      return;
    }
    if (page === 1) list.replaceChildren();
    list.append(...answer.pictures.map(option));
    if (page === 1) {
      list.querySelector("input:checked")?.parentElement.scrollIntoView({ block: "nearest" });
    }
    found.textContent = list.children.length ? "" : messages.nothing_found;
    next = answer.more;
    more.hidden = !next;
  }

  function option(picture) {
    const id = String(picture.id);
    pictures.set(id, picture);
    const label = document.createElement("label");
    const radio = Object.assign(document.createElement("input"), {
      type: "radio",
      name: "picture",
      value: id,
    });
    radio.checked = id === current;
    const name = document.createElement("span");
    name.textContent = picture.name;
    label.append(radio, thumbnail(picture), name);
    return label;
  }

  let waiting = null;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 200, 1);
  });
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    look(1);
  });
  more.addEventListener("click", () => look(next));
  choice.querySelector("[data-do=cancel]").addEventListener("click", () => element.close());

  choice.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = list.querySelector("input:checked");
    choice.querySelector("[role=alert]").textContent = chosen ? "" : messages.choose;
    if (!chosen) return;
    choose(pictures.get(chosen.value));
    element.close();
  });

  add?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const error = add.querySelector("[role=alert]");
    const button = add.querySelector("[type=submit]");
    if (button.ariaDisabled === "true") return;
    const data = new FormData(add);
    if (!data.has("is_decorative")) data.set("is_decorative", "False");
    error.textContent = "";
    button.ariaDisabled = "true";
    element.setAttribute("aria-busy", "true");
    const response = await post(addresses.add, data).catch(() => null);
    const answer = await response?.json().catch(() => null);
    button.ariaDisabled = "false";
    element.removeAttribute("aria-busy");
    if (!response?.ok || !answer) {
      error.textContent = answer?.errors
        ? Object.values(answer.errors).flat().join(" ")
        : messages.unreachable;
      return;
    }
    add.reset();
    // What there is to say of it is said before it stands in the text.
    if (isForOne && !answer.remarks?.length) return choose(answer);
    element.classList.remove("is-for-one");
    const picture = option(answer);
    list.prepend(picture);
    found.textContent = (answer.remarks ?? []).join(" ");
    element.querySelector("details").open = false;
    picture.querySelector("input").checked = true;
    picture.querySelector("input").focus();
  });

  function bring(file) {
    isForOne = Boolean(file && add);
    element.classList.toggle("is-for-one", isForOne);
    add?.reset();
    if (!isForOne) return;
    const files = new DataTransfer();
    files.items.add(file);
    add.elements.upload.files = files.files;
    element.querySelector("details").open = true;
    add.elements.alt.focus();
  }

  return (chosen = "", file = null) => {
    current = chosen;
    query.value = "";
    choice.querySelector("[role=alert]").textContent = "";
    // What the last visit found would be taken away from under a quick hand by what this one finds.
    list.replaceChildren();
    more.hidden = true;
    element.showModal();
    query.focus();
    bring(file);
    return look(1);
  };
}

// Beside its name in words, so it has none of its own.
export function thumbnail(picture) {
  const image = Object.assign(document.createElement("img"), {
    src: picture.src,
    alt: "",
    loading: "lazy",
  });
  image.width = picture.width;
  image.height = picture.height;
  return image;
}
