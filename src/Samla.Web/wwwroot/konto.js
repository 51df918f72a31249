// Sign-in and accounts with script: passkeys, showing a password, copying a link. All else works without.

const TEXT = {
  waiting: "Följ anvisningarna i webbläsaren.",
  stopped: "Avbrutet. Försök igen när du vill.",
  known: "Det finns redan en passnyckel för kontot på den här enheten.",
  failed: "Det gick inte. Ladda om sidan och försök igen.",
  copied: "Kopierad",
};

// ---- Passkeys

/** What the server says, as it says it. */
class Refusal extends Error {
  name = "Refusal";
}

async function optionsFrom(path, form) {
  const token = new FormData();
  token.set("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
  token.set("losenord", form.querySelector("[type=password]")?.value ?? "");
  const response = await fetch(path, { method: "POST", body: token, headers: { accept: "application/json" } });
  if (response.status === 422) {
    throw new Refusal((await response.json()).message);
  }
  if (!response.ok) {
    throw new Error(`${response.status}`);
  }
  return response.json();
}

const DO = {
  async skapa(form) {
    const options = await optionsFrom("/konto/passnyckel/skapa", form);
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  },
  async svara(form) {
    const options = await optionsFrom("/konto/passnyckel/fraga", form);
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  },
};

function messageOf(error) {
  switch (error.name) {
    case "NotAllowedError":
    case "AbortError":
      return TEXT.stopped;
    case "Refusal":
      return error.message;
    case "InvalidStateError":
      return TEXT.known;
    default:
      return TEXT.failed;
  }
}

async function send(form) {
  const status = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  button.disabled = true;
  status.textContent = TEXT.waiting;
  try {
    const credential = await DO[form.dataset.passnyckel](form);
    form.elements.passnyckel.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (error) {
    status.textContent = messageOf(error);
    button.disabled = false;
  }
}

const canUsePasskeys =
  window.isSecureContext &&
  typeof PublicKeyCredential === "function" &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function";

if (canUsePasskeys) {
  for (const form of document.querySelectorAll("form[data-passnyckel]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
  for (const hint of document.querySelectorAll("[data-utan-passnyckel]")) {
    hint.hidden = true;
  }
}

// ---- Fields

for (const box of document.querySelectorAll("[data-visa]")) {
  const field = document.getElementById(box.dataset.visa);
  box.closest("label").hidden = false;
  box.addEventListener("change", () => {
    field.type = box.checked ? "text" : "password";
  });
  field.form.addEventListener("submit", () => {
    field.type = "password"; // or the browser keeps it among what it suggests
  });
}

for (const button of document.querySelectorAll("[data-kopiera]")) {
  if (navigator.clipboard !== undefined) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.kopiera).value);
      button.textContent = TEXT.copied;
    });
  }
}
