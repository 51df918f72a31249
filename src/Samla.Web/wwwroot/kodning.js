// The coding page with script: the selection fills the form together with where it begins, keys walk the passages and
// the sources, and brackets stand beside the words they belong to. Without it all but these still works.

const KEYS = "samla.tangenter";

const byId = (id) => document.getElementById(id);
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const text = byId("svaret");
const words = byId("ord");
const start = byId("start");

document.documentElement.classList.add("has-script");
document.addEventListener("selectionchange", onSelection);
document.addEventListener("keydown", onKey);
document.addEventListener("focusin", (event) => highlight(passageOf(event.target)));
words?.addEventListener("input", () => (start.value = ""));
byId("tangenter")?.addEventListener("change", (event) => keep(event.target.checked));
addEventListener("resize", measure);
document.fonts?.ready.then(measure);
begin();

function begin() {
  byId("tangenter").checked = mayUseKeys();
  document.querySelector(".pk [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  offerCodes();
  measure();
  const said = byId("koda-fel") ?? (location.hash === "#besked" ? byId("besked") : null);
  said?.focus({ preventScroll: said.id === "besked" });
  if (said?.id === "besked") {
    scrollTo(0, 0);
  }
}

// ---- The selection

function onSelection() {
  const selection = getSelection();
  if (!text || selection.rangeCount === 0 || selection.isCollapsed) {
    return;
  }

  const range = selection.getRangeAt(0);
  const pieces = all("p[data-start]", text)
    .filter((paragraph) => range.intersectsNode(paragraph))
    .map((paragraph) => within(paragraph, range))
    .filter((piece) => piece.words.trim());
  if (pieces.length === 0) {
    return;
  }

  start.value = pieces[0].start;
  words.value = joined(pieces);
  say(`${words.value.length} tecken markerade. Välj en kod och lägg till.`);
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

// ---- Codes

/** Each code in the codebook can be given from where its definition stands. */
function offerCodes() {
  for (const row of all(".kod li[data-code]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "s-btn s-btn-2 s-btn-s ge";
    button.textContent = "Välj koden";
    button.addEventListener("click", () => choose(row.dataset.code));
    row.querySelector("details")?.append(button);
  }
}

function choose(code) {
  const select = byId("kod");
  select.value = code;
  say(`Koden ${select.selectedOptions[0]?.textContent ?? ""} är vald.`);
  (words.value ? document.querySelector("#koda .s-btn-k") : words).focus();
}

// ---- Keys

function onKey(event) {
  // A Swedish keyboard writes [ and ] with AltGr, which some systems report as Ctrl and Alt.
  const isChord = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
  if (isChord || isTyping(event.target) || !mayUseKeys()) {
    return;
  }

  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    walk(key === "j" ? 1 : -1);
    event.preventDefault();
  } else if (key === "[" || key === "]") {
    document.querySelector(`a[rel=${key === "[" ? "prev" : "next"}]`)?.click();
  }
}

function isTyping(target) {
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox]),textarea,select,[contenteditable]");
}

function walk(step) {
  const stops = all("[id^=s]", text).filter((element) => /^s\d+$/.test(element.id));
  if (stops.length === 0) {
    say("Inga kodade textställen i svaret.");
    return;
  }

  const here = stops.indexOf(document.activeElement);
  const at = here < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(Math.max(here + step, 0), stops.length - 1);
  stops[at].focus();
}

function passageOf(element) {
  return element instanceof Element && text?.contains(element) && /^s\d+$/.test(element.id) ? element.id.slice(1) : null;
}

function highlight(number) {
  for (const segment of all(".s-cod", text)) {
    segment.classList.toggle("sel", number !== null && segment.dataset.passages.split(" ").includes(number));
  }

  for (const bracket of all(".br li", text)) {
    const isHere = bracket.dataset.passage === number;
    bracket.classList.toggle("sel", isHere);
    if (isHere) {
      say(`Textställe ${number}: ${bracket.textContent.trim()}`);
    }
  }
}

function mayUseKeys() {
  try {
    return localStorage.getItem(KEYS) !== "av";
  } catch {
    return true;
  }
}

function keep(isOn) {
  try {
    localStorage.setItem(KEYS, isOn ? "på" : "av");
  } catch {
    // The choice then holds for this page only if the browser keeps nothing.
  }
}

function say(message) {
  byId("lage").textContent = message;
}

// ---- Brackets beside their words

function measure() {
  // In a narrow window the names stand below the paragraph.
  if (getComputedStyle(document.querySelector(".panes")).display !== "grid") {
    return;
  }

  for (const list of all(".br", text)) {
    list.classList.add("measured");
    const top = list.getBoundingClientRect().top;
    let free = 0;
    let end = 0;
    for (const bracket of list.children) {
      const boxes = all(".s-cod", list.parentElement)
        .filter((segment) => segment.dataset.passages.split(" ").includes(bracket.dataset.passage))
        .flatMap((segment) => [...segment.getClientRects()]);
      const to = Math.max(...boxes.map((box) => box.bottom)) - top;
      const first = Math.max(Math.min(...boxes.map((box) => box.top)) - top, 0);
      // Two passages may share a line; brackets that would cover each other stand side by side only where one is inside.
      const after = Math.max(first, end + 3);
      const isInside = to - after < 12;
      const from = isInside ? first : after;
      const name = bracket.firstElementChild;
      bracket.classList.toggle("inside", isInside);
      bracket.style.top = `${from}px`;
      bracket.style.height = `${to - from}px`;
      end = Math.max(end, to);
      const wanted = Math.max(from + (to - from - name.offsetHeight) / 2, free);
      name.style.top = `${wanted - from - 2}px`;
      free = wanted + name.offsetHeight + 2;
    }

    list.parentElement.querySelector("p").style.minHeight = `${free}px`;
  }
}
