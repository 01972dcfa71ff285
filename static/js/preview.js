// The preview beside the form: what is typed just now, as visitors would see it. Without this script
// the preview opens in a window of its own.

for (const pane of document.querySelectorAll("[data-preview]")) start(pane);

function start(pane) {
  const form = pane.closest("form");
  const opener = [...form.elements].find((element) => element.dataset.do === "preview");
  const frame = Object.assign(document.createElement("iframe"), {
    name: "preview",
    title: pane.getAttribute("aria-label"),
  });
  const looks = [...pane.querySelectorAll("[data-look]")];
  let look = "desk";

  function show() {
    pane.hidden = false;
    if (!frame.isConnected) pane.append(frame);
    pane.dataset.look = look;
    for (const button of looks) {
      button.setAttribute("aria-pressed", String(button.dataset.look === look));
    }
    // A form of its own, so that the form of the text is neither sent nor left.
    const sent = Object.assign(document.createElement("form"), {
      method: "post",
      action: opener.formAction,
      target: "preview",
      hidden: true,
    });
    for (const [name, value] of [...new FormData(form), ["look", look]]) {
      if (typeof value !== "string") continue;
      sent.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    document.body.append(sent);
    sent.submit();
    sent.remove();
  }

  opener.type = "button";
  opener.addEventListener("click", () => {
    show();
    pane.scrollIntoView({ block: "start" });
    frame.focus();
  });
  for (const button of looks) {
    button.addEventListener("click", () => {
      look = button.dataset.look;
      show();
    });
  }
  pane.querySelector("[data-do=close]").addEventListener("click", () => {
    pane.hidden = true;
    opener.focus();
  });
}
