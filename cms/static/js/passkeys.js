// Forms that a passkey fills in. The device makes the answer, the form sends it; the server checks it.
// <form data-passkey="get" or "create" data-options="JSON, or empty: asked at the form's address">

const parsers = {
  get: (options) => PublicKeyCredential.parseRequestOptionsFromJSON(options),
  create: (options) => PublicKeyCredential.parseCreationOptionsFromJSON(options),
};
// A passkey belongs to the name of a site; an address in numbers has none.
const hasName = !/^[\d.]+$|:/.test(location.hostname);
const canUse = hasName && "parseRequestOptionsFromJSON" in (window.PublicKeyCredential ?? {});

async function optionsOf(form) {
  if (form.dataset.options) {
    const options = JSON.parse(form.dataset.options);
    return (options.creation_options ?? options.request_options).publicKey;
  }
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error("no options");
  return (await answer.json()).request_options.publicKey;
}

async function fillIn(form) {
  const kind = form.dataset.passkey;
  const options = await optionsOf(form);
  if (kind === "create") {
    // The passkey must be enough by itself: kept on the device, opened by finger, face or PIN.
    const wanted = { residentKey: "required", requireResidentKey: true, userVerification: "required" };
    options.authenticatorSelection = { ...options.authenticatorSelection, ...wanted };
  }
  const credential = await navigator.credentials[kind]({ publicKey: parsers[kind](options) });
  form.elements.credential.value = JSON.stringify(credential.toJSON());
}

for (const element of document.querySelectorAll("[data-with-passkeys]")) element.hidden = !canUse;
for (const element of document.querySelectorAll("[data-without-passkeys]")) element.hidden = canUse;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-passkey-failed]");
    failed.hidden = true;
    try {
      await fillIn(form);
      form.submit();
    } catch {
      failed.hidden = false; // stopped by the visitor, timed out, or no passkey for this site
    }
  });
}
