// Codes that wait for a place in a new text: what is selected there goes to the code that one is at, with where it begins.
// Without it the words are copied and pasted.

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

  const range = selection.getRangeAt(0);
  const pieces = all("p[data-start]", text)
    .filter((paragraph) => range.intersectsNode(paragraph))
    .map((paragraph) => within(paragraph, range))
    .filter((piece) => piece.words.trim());
  if (pieces.length > 0) {
    words.value = joined(pieces);
    form.querySelector("[name=start]").value = pieces[0].start;
    form.querySelector(".sagt").textContent = `${words.value.length} tecken markerade.`;
  }
}

/** The part of a paragraph that is selected, with its offset in the source. */
function within(paragraph, range) {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  const before = part.cloneRange();
  if (paragraph.contains(range.startContainer)) {
    part.setStart(range.startContainer, range.startOffset);
  }

  if (paragraph.contains(range.endContainer)) {
    part.setEnd(range.endContainer, range.endOffset);
  }

  before.setEnd(part.startContainer, part.startOffset);
  return { start: Number(paragraph.dataset.start) + before.toString().length, words: part.toString() };
}

/** Paragraphs are parted by the line breaks that the source has between them. */
function joined(pieces) {
  return pieces.reduce((whole, piece) => {
    const gap = piece.start - (pieces[0].start + whole.length);
    return whole + (whole ? "\n".repeat(Math.max(gap, 0)) : "") + piece.words;
  }, "");
}
