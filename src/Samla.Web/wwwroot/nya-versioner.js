// Codes that wait for a place in a new text: what is selected there goes to the code that one is at, with where it begins.
// Without it the words are copied and pasted.

import { selectedIn } from "./kodning-urval.js";

const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

document.documentElement.classList.add("has-script");
for (const answer of all(".nv")) {
  choose(answer.querySelector(".plac"));
}

for (const form of all(".plac")) {
  form.addEventListener("focusin", () => choose(form));
  form.addEventListener("pointerdown", () => choose(form));
  form.querySelector("[name=ord]")?.addEventListener("input", () => (form.querySelector("[name=start]").value = ""));
}

document.addEventListener("selectionchange", onSelection);
if (location.hash === "#besked") {
  document.getElementById("besked")?.focus();
}

/** One code of each answer takes what is selected. */
function choose(form) {
  for (const other of all(".plac", form?.closest(".nv") ?? document.createElement("div"))) {
    other.classList.toggle("on", other === form);
  }
}

function onSelection() {
  const selection = getSelection();
  const container = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0).startContainer : null;
  const element = container instanceof Element ? container : container?.parentElement;
  const text = element?.closest(".nv-ny");
  const form = text?.closest(".nv").querySelector(".plac.on");
  const words = form?.querySelector("[name=ord]");
  if (!words) {
    return;
  }

  const selected = selectedIn(text, selection.getRangeAt(0));
  if (selected) {
    words.value = selected.words;
    form.querySelector("[name=start]").value = selected.start;
    form.querySelector(".sagt").textContent = `${words.value.length} tecken markerade.`;
  }
}
