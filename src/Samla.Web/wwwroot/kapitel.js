// The chapter editor with script: claims and quotations are put in where the text is being written, the list of markers narrows while
// one types, and text that is not saved is not left by mistake. Without it markers are copied and the search button searches.

import { quotations } from "./kapitel-citat.js";
import { claims } from "./kapitel-pastaende.js";
import { write } from "./kapitel-valj.js";

const byId = (id) => document.getElementById(id);
const text = byId("text");
const search = byId("sok");
const found = byId("traffar");
const rows = [...document.querySelectorAll(".markers > .marklist li")];
const saved = text?.defaultValue;
let isSending = false;

document.documentElement.classList.add("has-script");
byId("kapitel")?.addEventListener("submit", () => (isSending = true));
addEventListener("beforeunload", (event) => {
  if (!isSending && text && text.value !== saved) {
    event.preventDefault();
  }
});
search?.addEventListener("input", narrow);
document.querySelectorAll(".marklist li").forEach(offer);
if (text) {
  openWith(byId("infoga-pastaende"), claims(text), (event) => !event.shiftKey);
  openWith(byId("infoga-citat"), quotations(text), (event) => event.shiftKey);
  document.querySelector(".verktyg").hidden = false;
}

(byId("forhands") ?? byId("besked"))?.focus();

/** Opens a dialog from its button, and from the text by Ctrl+K with what goes with it. */
function openWith(button, open, isMeant) {
  button.addEventListener("click", open);
  text.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && isMeant(event)) {
      event.preventDefault();
      open();
    }
  });
}

/** Puts a button on a marker that writes it where the text cursor is. */
function offer(row) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "s-btn s-btn-2 s-btn-s";
  button.textContent = "Infoga";
  button.setAttribute("aria-label", `Infoga ${row.dataset.marker}`);
  button.addEventListener("click", () => write(text, text.selectionStart, text.selectionEnd, alone(row.dataset.marker)));
  row.append(button);
}

/** A table or a figure stands in a paragraph of its own. */
function alone(marker) {
  if (!/^\{\{(tabell|figur) /.test(marker)) {
    return marker;
  }

  const before = text.value.slice(0, text.selectionStart);
  const after = text.value.slice(text.selectionEnd);
  const end = before.slice(before.trimEnd().length);
  const start = after.slice(0, after.length - after.trimStart().length);
  return gap(before, end) + marker + gap(after, start);
}

/** The line breaks that are missing between a text and what is to stand apart from it. */
function gap(words, space) {
  return words.trim() === "" || space.includes("\n\n") ? "" : space.includes("\n") ? "\n" : "\n\n";
}

function narrow() {
  const wanted = search.value.trim().toLowerCase();
  for (const row of rows) {
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
  }

  const left = rows.filter((row) => !row.hidden).length;
  found.textContent = `${left} av ${rows.length} markörer visas. Sök går igenom hela kodschemat och alla insatser.`;
}
