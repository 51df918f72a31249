// The register with script: more rows without a new page, a question before what is written is lost, what an intervention is
// like while one writes it, and a list that can be searched while one chooses. Without it each of these is a button, or a page to scroll.

// ---- More rows

function addRow(rows) {
  const last = rows.querySelector(".rad:last-of-type");
  const index = rows.querySelectorAll(".rad").length;
  const row = last.cloneNode(true);
  const renamed = (text) => text.replace(/^(\w+)-\d+-/, `$1-${index}-`);
  row.setAttribute("aria-label", last.getAttribute("aria-label").replace(/\d+$/, `${index + 1}`));
  for (const part of row.querySelectorAll("[id],[for],[aria-describedby]")) {
    for (const name of ["id", "for", "aria-describedby"]) {
      if (part.hasAttribute(name)) {
        part.setAttribute(name, part.getAttribute(name).split(" ").map(renamed).join(" "));
      }
    }
  }
  for (const field of row.querySelectorAll("input,textarea")) {
    field.value = "";
  }
  for (const field of row.querySelectorAll("select")) {
    field.selectedIndex = 0;
  }
  for (const trace of row.querySelectorAll(".fel")) {
    trace.remove();
  }
  for (const field of row.querySelectorAll(".is-err,[aria-invalid]")) {
    field.classList.remove("is-err");
    field.removeAttribute("aria-invalid");
  }
  last.after(row);
  row.querySelector("input,select,textarea").focus();
}

for (const rows of document.querySelectorAll(".rader")) {
  rows.querySelector("button").addEventListener("click", (event) => {
    event.preventDefault();
    addRow(rows);
  });
}

// ---- Nothing written is lost by a slip

const editor = document.querySelector("form.falt:not([hidden])");
if (editor !== null) {
  // What came back with a message is not saved either.
  let isUnsaved = document.querySelector("[role=alert]") !== null;
  editor.addEventListener("input", () => {
    isUnsaved = true;
  });
  for (const form of document.forms) {
    form.addEventListener("submit", () => {
      isUnsaved = false;
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved) {
      event.preventDefault();
    }
  });
}

// ---- What it is like, while one writes

const PAUSE = 600; // ms after the last key

if (editor !== null) {
  const name = editor.elements["Main.Name"];
  const summary = editor.elements["Main.Summary"];
  const place = document.querySelector("#liknar");
  let timer = 0;
  let asked = null;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData();
    body.set("__RequestVerificationToken", editor.elements.__RequestVerificationToken.value);
    body.set("namn", name.value);
    body.set("sammanfattning", summary.value);
    body.set("egen", editor.dataset.egen ?? "");
    try {
      const response = await fetch(editor.dataset.lika, { method: "POST", body, signal: asked.signal });
      if (response.ok) {
        const found = (await response.text()).trim();
        // A page that says the same again would be read out again.
        if (found !== place.innerHTML.trim()) {
          place.innerHTML = found;
        }
      }
    } catch {
      // It is only a help: without contact there is none.
    }
  };
  for (const field of [name, summary]) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
  }
}

// ---- Choosing in a long list

const search = document.querySelector("#valj-sok");
if (search !== null) {
  search.closest(".valj-sok").hidden = false;
  const items = [...document.querySelectorAll(".valj li")].map((item) => [item, item.textContent.toLowerCase()]);
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().trim();
    for (const [item, text] of items) {
      item.hidden = !text.includes(words) && !item.querySelector("input").checked;
    }
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault(); // looks for words; it does not save
    }
  });
}
