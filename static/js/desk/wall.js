// The wall of pictures: one may be dropped anywhere on it, and what is odd about a file is said before it is sent.
// Without this script it is chosen in the field, and the same is said afterwards.

const form = document.querySelector("[data-bring]");
if (form) prepare();

function prepare() {
  const field = form.elements.upload;
  const told = form.querySelector("[role=status]");
  const words = form.elements.alt;
  const decoration = form.querySelector("[type=checkbox]");
  const box = form.closest("details");
  let latest = 0;

  box.querySelector("[data-needs-script]").hidden = false;

  async function say() {
    const [file] = field.files;
    const asked = ++latest;
    told.textContent = "";
    const remarks = file ? await remarksOn(file) : [];
    // Somebody may have chosen another one meanwhile.
    if (asked === latest) told.textContent = remarks.join(" ");
  }

  async function remarksOn(file) {
    if (/\.hei[cf]$/i.test(file.name) || /^image\/hei[cf]/.test(file.type)) {
      return [form.dataset.heic];
    }
    const remarks = [];
    if (await moves(file)) remarks.push(form.dataset.moves);
    // What the browser cannot read, the server explains.
    const picture = await createImageBitmap(file).catch(() => null);
    if (picture) {
      const { width, height } = picture;
      picture.close();
      const isSmall = Math.max(width, height) < form.dataset.long ||
        Math.min(width, height) < form.dataset.short;
      if (isSmall) {
        remarks.push(
          form.dataset.small.replace("%(width)d", width).replace("%(height)d", height),
        );
      }
    }
    return remarks;
  }

  field.addEventListener("change", say);
  // A description is of what says something.
  decoration.addEventListener("change", () => words.disabled = decoration.checked);

  addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    box.classList.add("is-awaited");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) box.classList.remove("is-awaited");
  });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    box.classList.remove("is-awaited");
    const [file] = event.dataTransfer.files;
    if (!file) return;
    const one = new DataTransfer();
    one.items.add(file);
    field.files = one.files;
    box.open = true;
    say();
    form.scrollIntoView({ block: "center" });
    words.focus();
  });
}

async function moves(file) {
  if (!("ImageDecoder" in globalThis)) return false;
  try {
    const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: file.type });
    await decoder.tracks.ready;
    const isAnimated = decoder.tracks.selectedTrack.animated;
    decoder.close();
    return isAnimated;
  } catch {
    return false;
  }
}
