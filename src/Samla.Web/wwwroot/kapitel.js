// The chapter editor with script: markers are put in where the text is being written, the list narrows while one types,
// and text that is not saved is not left by mistake. Without it markers are copied and the search button searches.

const text = document.getElementById("text");
const search = document.getElementById("sok");
const found = document.getElementById("traffar");
const rows = [...document.querySelectorAll(".marklist li")];
const saved = text?.defaultValue;
let isSending = false;

document.documentElement.classList.add("has-script");
document.getElementById("kapitel")?.addEventListener("submit", () => (isSending = true));
addEventListener("beforeunload", (event) => {
  if (!isSending && text && text.value !== saved) {
    event.preventDefault();
  }
});
search?.addEventListener("input", narrow);
rows.forEach(offer);
(document.getElementById("forhands") ?? document.getElementById("besked"))?.focus();

/** Puts a button on a marker that writes it where the text cursor is. */
function offer(row) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "s-btn s-btn-2 s-btn-s";
  button.textContent = "Infoga";
  button.setAttribute("aria-label", `Infoga ${row.dataset.marker}`);
  button.addEventListener("click", () => {
    text.focus();
    // Through the browser's own editing, so that it can be undone with Ctrl+Z.
    if (!document.execCommand("insertText", false, row.dataset.marker)) {
      text.setRangeText(row.dataset.marker, text.selectionStart, text.selectionEnd, "end");
    }
  });
  row.append(button);
}

function narrow() {
  const wanted = search.value.trim().toLowerCase();
  for (const row of rows) {
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
  }

  const left = rows.filter((row) => !row.hidden).length;
  found.textContent = `${left} av ${rows.length} markörer visas. Sök går igenom hela kodschemat och alla insatser.`;
}
