// Asks the browser for a passkey and sends its answer with the form. What the server sends and
// expects is JSON with bytes in base64url; what the browser wants is bytes.

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function readable({ publicKey }) {
  const options = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (options.user) options.user = { ...options.user, id: bytes(options.user.id) };
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    options[list] = (options[list] ?? []).map((known) => ({ ...known, id: bytes(known.id) }));
  }
  return { publicKey: options };
}

function sendable(credential) {
  const response = {};
  for (
    const part of [
      "clientDataJSON",
      "attestationObject",
      "authenticatorData",
      "signature",
      "userHandle",
    ]
  ) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  const { id, type, authenticatorAttachment } = credential;
  const clientExtensionResults = credential.getClientExtensionResults();
  return {
    id,
    type,
    rawId: text(credential.rawId),
    authenticatorAttachment,
    response,
    clientExtensionResults,
  };
}

async function ask(form) {
  const options = readable(JSON.parse(document.getElementById("passkey-options").textContent));
  const credential = await navigator.credentials[form.dataset.passkey](options);
  form.elements.credential.value = JSON.stringify(sendable(credential));
  form.submit();
}

for (const form of document.querySelectorAll("[data-passkey]")) {
  const failed = form.querySelector("[data-failed]");
  if (!window.PublicKeyCredential) {
    form.querySelector("[data-unable]").hidden = false;
    form.querySelector("[type=submit]").disabled = true;
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    failed.hidden = true;
    // Closing the browser's dialog ends here as well.
    ask(form).catch(() => (failed.hidden = false));
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
