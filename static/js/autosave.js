// Nothing typed is lost: the form's text goes to the server while somebody writes, and waits in this
// browser only as long as it has not arrived there. Without this script the form works as ever.

const EVERY = 20_000;
const SOON = 1_000;

for (const box of document.querySelectorAll("[data-autosave]")) start(box);

function start(box) {
  const form = box.closest("form") ?? document.getElementById(box.dataset.form);
  const config = JSON.parse(box.dataset.autosave);
  const messages = config.messages;
  const part = (name) => box.querySelector(`[data-part=${name}]`);
  const local = `unsaved:${config.person}:${config.address}`;
  let revision = config.revision;
  let opened = null;
  let last = null;
  let running = null;
  let isStopped = false;
  let isLeaving = false;
  // Whether the server answered the last attempt as this person's own.
  let isArrived = false;

  const text = () => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && !["csrfmiddlewaretoken", "copy_revision"].includes(name)) {
        data.append(name, value);
      }
    }
    return data.toString();
  };
  // Before it is opened nobody knows what was there: whoever leaves at once has typed nothing.
  const hasNews = () => opened !== null && text() !== last;

  function say(sentence, act) {
    part("state").textContent = sentence;
    part("act").hidden = !act;
    part("act").replaceChildren(...(act ? [act] : []));
  }

  const made = (name, properties) => Object.assign(document.createElement(name), properties);
  const link = (href, textContent) => made("a", { href, target: "_blank", textContent });
  const button = (textContent, onclick) =>
    made("button", { type: "button", className: "button", textContent, onclick });

  async function send(body, more = {}) {
    const data = new URLSearchParams(body);
    for (const [name, value] of Object.entries({ revision, ...more })) data.set(name, value);
    const response = await fetch(config.address, {
      method: "POST",
      body: data,
      headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      redirect: "manual",
    }).catch(() => null);
    const answer = response && (response.ok || response.status === 409)
      ? await response.json().catch(() => null)
      : null;
    return { status: response?.type === "opaqueredirect" ? 302 : response?.status, answer };
  }

  // One at a time: two saves on their way together would call each other a stranger's.
  function save(options) {
    running = (running ?? Promise.resolve()).then(() => saveNow(options));
    return running;
  }

  async function saveNow({ isForced = false, isAgain = false } = {}) {
    if (isStopped && !isForced) {
      isArrived = true;
      return;
    }
    const body = text();
    const isNew = body !== last;
    if (isNew) {
      remember(body);
      say(messages.saving);
    }
    const { status, answer } = await send(isNew ? body : "", {
      ...(isNew ? {} : { is_unchanged: 1 }),
      ...(isForced ? { is_forced: 1 } : {}),
    });
    if (answer) take(answer, body, isNew);
    else if (status === 413 || status === 400) say(messages.too_long);
    else if (status === 404) say(messages.not_allowed);
    else if (status === 302 || status === 403) {
      if (!(await signedOut()) && !isAgain) await saveNow({ isForced, isAgain: true });
    } else if (isNew || hasNews()) say(messages.offline);
  }

  function take(answer, body, isNew) {
    if (String(answer.person) !== String(config.person)) {
      return say(messages.other_person, link(config.sign_in, messages.sign_in));
    }
    isArrived = true;
    form.elements.csrfmiddlewaretoken.value = answer.token;
    tellWhoIsHere(answer);
    if (answer.is_elsewhere) {
      isStopped = true;
      return say(
        messages.elsewhere,
        button(messages.use_this, () => {
          isStopped = false;
          save({ isForced: true });
        }),
      );
    }
    if (!isNew) return;
    isStopped = false;
    revision = form.elements.copy_revision.value = answer.revision;
    last = body;
    if (!hasNews()) forget();
    say(messages.saved.replace("{time}", answer.saved_at));
  }

  function tellWhoIsHere(answer) {
    const sentences = [...answer.here];
    const base = Number(form.elements.base_version.value);
    if (answer.latest > base) {
      sentences.push(messages.saved_meanwhile.replace("{name}", answer.saved_by));
    }
    part("here").textContent = sentences.join(" ");
    part("here").hidden = !sentences.length;
  }

  // A token may be refused because another sign-in has renewed it; then nobody is signed out.
  async function signedOut() {
    const token = await renewedToken();
    if (!token) {
      say(messages.signed_out, link(config.sign_in, messages.sign_in));
      return true;
    }
    form.elements.csrfmiddlewaretoken.value = token;
    return false;
  }

  async function renewedToken() {
    const response = await fetch(location.href, { redirect: "manual" }).catch(() => null);
    if (!response?.ok) return "";
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const other = page.querySelector("[data-autosave]");
    if (!other || JSON.parse(other.dataset.autosave).person !== config.person) return "";
    return page.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  function remember(body) {
    try {
      localStorage.setItem(local, JSON.stringify({ body, revision }));
    } catch { /* A full or forbidden store: the server still has what arrived. */ }
  }

  function forget() {
    localStorage.removeItem(local);
  }

  // Text that had not arrived when this window was closed goes to the server now, and is shown.
  async function bringBack(isForced = false) {
    const found = JSON.parse(localStorage.getItem(local) ?? "null");
    if (!found || found.body === last) {
      forget();
      return false;
    }
    const { answer } = await send(found.body, {
      revision: found.revision,
      ...(isForced ? { is_forced: 1 } : {}),
    });
    if (answer?.is_elsewhere) {
      isStopped = true;
      say(messages.found, button(messages.use_found, () => bringBack(true)));
      return true;
    }
    if (!answer) return false;
    forget();
    isLeaving = true;
    location.reload();
    return true;
  }

  let soon = null;
  form.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (!hasNews()) return;
      remember(text());
      if (!isStopped && !part("act").childElementCount) say(messages.unsaved);
    }, SOON);
  });
  form.addEventListener("focusout", () => setTimeout(() => hasNews() && save(), 0));
  document.addEventListener("visibilitychange", () => document.hidden && hasNews() && save());
  addEventListener("online", () => hasNews() && save());
  addEventListener("focus", () => hasNews() && save());
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && opened && hasNews()) event.preventDefault();
  });
  // Back from the browser's own store of pages: what it shows may be older than what was saved.
  addEventListener("pageshow", (event) => event.persisted && location.reload());

  // The form is sent when its text has arrived, so that whatever happens to the sending, it is saved.
  let isReady = false;
  let isOnItsWay = false;
  form.addEventListener("submit", async (event) => {
    if (isReady) {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    if (isOnItsWay) return;
    isOnItsWay = true;
    const { submitter } = event;
    isArrived = false;
    await save();
    isOnItsWay = false;
    if (!isArrived) return box.scrollIntoView({ block: "center" });
    isReady = true;
    form.requestSubmit(submitter);
    isReady = false;
  });
  document.getElementById("logout-form")?.addEventListener("submit", forget);

  const throwAway = document.querySelector("[data-do=throw-away]");
  if (throwAway) {
    throwAway.hidden = false;
    throwAway.addEventListener("click", async () => {
      const { answer } = await send("", { is_thrown_away: 1 });
      if (!answer) return say(messages.offline);
      forget();
      isLeaving = true;
      location.reload();
    });
  }

  // The editor and the browser fill in a form a little after it is there.
  async function open() {
    await Promise.all(
      [...form.querySelectorAll("[data-rich-text]:not(.is-ready)")].map((field) =>
        new Promise((done) => {
          field.addEventListener("rich-text:ready", done, { once: true });
          setTimeout(done, 5_000);
        })
      ),
    );
    opened = last = text();
    if (await bringBack()) return;
    box.dataset.state = "ready";
    save();
    setInterval(() => save(), EVERY);
  }
  open();
}
