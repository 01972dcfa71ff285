// While somebody is on the line: each choice is answered at once, and the caret stays where it is. Without this
// script the button asks.
const form = document.querySelector("[data-line]");
const answer = document.getElementById("line-answer");
const told = document.querySelector("[data-told]");
let asking = null;

function chosen() {
  return `${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`;
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const address = `${location.pathname}?${chosen()}`;
  answer.ariaBusy = "true";
  try {
    const reply = await fetch(address, { signal: asking.signal, redirect: "error" });
    if (!reply.ok) throw new Error(reply.status);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    answer.replaceChildren(...page.getElementById("line-answer").childNodes);
    history.replaceState(null, "", address);
    answer.ariaBusy = "false";
    told.value = answer.querySelector("h2").textContent;
  } catch (error) {
    // Signed out, or no connection: the page itself says which.
    if (error.name !== "AbortError") form.submit();
  }
}

form.addEventListener("change", ask);
form.querySelector("[data-ask]").hidden = true;
// Somebody may have chosen while this script was on its way.
if (chosen() !== location.search.slice(1)) ask();
