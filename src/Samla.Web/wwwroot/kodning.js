// The coding page with script: the selection fills the form, codes are given with one key, and what is sent comes back
// without the page being left. Without script each of these is a form.

import { begin, send } from "./kodning-blad.js";
import { highlight, measure, passageOf, walk } from "./kodning-klamrar.js";
import { continueFrom, select, selected, selectSentence, widen } from "./kodning-urval.js";
import { mayUseKeys } from "./tangenter.js";

const RECENT = "samla.koder";
const MOST_RECENT = 3;
const PAUSE = 250; // ms that a selection stands before codes are suggested for it

const byId = (id) => document.getElementById(id);
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

let asking = 0; // the selection that codes are being suggested for
let filter = ""; // what the codebook is searched for, over new sheets

document.documentElement.classList.add("has-script");
document.addEventListener("selectionchange", onSelection);
document.addEventListener("keydown", onKey);
document.addEventListener("focusin", (event) => highlight(passageOf(event.target), say));
document.addEventListener("input", onInput);
byId("visa-tangenter").addEventListener("click", () => byId("tangenthjalp").showModal());
addEventListener("resize", measure);
document.fonts?.ready.then(measure);
begin(onNewSheet, say);
arrive();

function arrive() {
  document.querySelector(".pk [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  const said = byId("koda-fel") ?? (location.hash === "#besked" ? byId("besked") : null);
  said?.focus({ preventScroll: said.id === "besked" });
  if (said?.id === "besked") {
    scrollTo(0, 0);
  }
}

/** What the sheet needs each time that it is new. */
function onNewSheet(isAnswer = false) {
  offerCodes();
  offerRecent();
  measure();
  if (!isAnswer) {
    return;
  }

  const trouble = document.querySelector("#blad [role=alert]");
  if (trouble) {
    trouble.tabIndex = -1;
    trouble.focus();
  } else {
    say(byId("besked")?.innerText.replace(/\s+/g, " ") ?? "Sparat.");
  }
}

// ---- The selection

function onSelection() {
  const here = selected();
  document.documentElement.classList.toggle("has-selection", here !== null);
  if (here) {
    fill(here);
    const shown = all(".sg.cur").find((form) => Number(form.dataset.start) === here.start);
    if (!shown) {
      // Whoever selects other words has left the suggestion: a number now gives a code to them.
      all(".sg.cur").forEach((form) => form.classList.remove("cur"));
    }

    clearTimeout(asking);
    asking = setTimeout(suggest, PAUSE, here);
    say(shown ? shown.querySelector(".t").innerText : `${here.words.length} tecken markerade. Välj en kod.`);
  }
}

/** Shows the codes that may fit what is selected, beside the latest codes. */
async function suggest(here) {
  const address = document.getElementById("blad").dataset.suggest;
  if (!address) {
    return;
  }

  const query = new URLSearchParams({ fran: here.start, langd: here.end - here.start });
  const response = await fetch(`${address}?${query}`).catch(() => null);
  const found = response?.ok ? await response.json() : [];
  byId("passar")?.remove();
  // Selected anew meanwhile, it no longer fits.
  if (selected()?.start === here.start && selected().end === here.end) {
    offer("passar", "Kan passa:", found.map((one) => one.code), (code) => `${Math.round(found.find((one) => one.code === code).confidence * 100)} %`);
  }
}

function fill(here) {
  byId("start").value = here.start;
  byId("ord").value = here.words;
}

function onInput(event) {
  if (event.target.id === "ord") {
    byId("start").value = "";
  } else if (event.target.id === "kodsok") {
    filter = event.target.value;
    show();
  }
}

// ---- Codes

/** Each code can be searched for, and given from where its definition stands. */
function offerCodes() {
  const list = document.querySelector(".kod");
  if (!list) {
    return;
  }

  const search = document.createElement("div");
  search.className = "kodsok";
  search.innerHTML = `<label class="s-sr" for="kodsok">Sök kod</label><input class="s-input" id="kodsok" type="search" placeholder="Sök kod" autocomplete="off" aria-keyshortcuts="/" />`;
  list.before(search);
  byId("kodsok").value = filter;
  byId("kodsok").addEventListener("keydown", onSearchKey);
  for (const row of all("li[data-code]", list)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "s-btn s-btn-2 s-btn-s ge";
    button.textContent = "Ge koden";
    keepSelection(button);
    button.addEventListener("click", () => give(row.dataset.code));
    row.querySelector("details")?.append(button);
    row.querySelector(".nm").insertAdjacentHTML("afterend", "<kbd hidden></kbd>");
  }

  show();
}

/** The codes that fit what is searched for, with the number that gives each. */
function show() {
  const wanted = filter.trim().toLocaleLowerCase("sv");
  let number = 0;
  for (const row of all(".kod li[data-code]")) {
    const isShown = row.textContent.toLocaleLowerCase("sv").includes(wanted);
    const key = row.querySelector("kbd");
    row.hidden = !isShown;
    number += isShown ? 1 : 0;
    key.hidden = !isShown || number > 9;
    key.textContent = key.hidden ? "" : `${number}`;
  }

  for (const group of all(".kod .g")) {
    let next = group.nextElementSibling;
    while (next?.hidden) {
      next = next.nextElementSibling;
    }

    group.hidden = !next || next.classList.contains("g");
  }
}

function onSearchKey(event) {
  if (event.key === "Enter") {
    event.preventDefault();
    const first = document.querySelector(".kod li[data-code]:not([hidden])");
    if (first) {
      filter = "";
      give(first.dataset.code);
    } else {
      say("Ingen kod heter så.");
    }
  } else if (event.key === "Escape") {
    filter = event.target.value = "";
    show();
    event.target.blur();
  }
}

/** Gives a code to what is selected, or to the passage that one stands on. */
async function give(code) {
  const passage = passageOf(document.activeElement);
  const row = passage ? byId(`k${passage}`) : null;
  const form = byId("koda");
  const here = selected();
  // What is selected goes first, also before the browser has told of it; what was selected before and no longer is does not
  // stand in for where one is.
  if (here) {
    fill(here);
  } else if (row) {
    form.elements.ord.value = row.querySelector(".s-voice").textContent;
    form.elements.start.value = row.dataset.start;
  }

  form.elements.kod.value = code;
  if (!form.elements.ord.value.trim()) {
    say(`Koden ${form.elements.kod.selectedOptions[0]?.textContent ?? ""} är vald. Markera de ord som ska få den.`);
    return;
  }

  const end = Number(form.elements.start.value) + form.elements.ord.value.length;
  remember(code);
  if ((await send(form)) && Number.isFinite(end)) {
    continueFrom(end);
  }
}

// ---- The latest codes

function remember(code) {
  keep(RECENT, [code, ...recent().filter((one) => one !== code)].slice(0, 9).join(" "));
}

/** The codes given lately that this requirement has. */
function recent() {
  const here = new Set(all(".kod li[data-code]").map((row) => row.dataset.code));
  return (kept(RECENT) ?? "").split(" ").filter((code) => here.has(code));
}

function offerRecent() {
  byId("senaste")?.remove();
  offer("senaste", "Senast:", recent().slice(0, MOST_RECENT));
}

/** A row of codes under the form, each of which is given with its button. */
function offer(id, heading, codes, noteOf = null) {
  const names = codes.map((code) => [code, document.querySelector(`.kod li[data-code="${CSS.escape(code)}"] .nm`)]).filter(([, name]) => name);
  if (names.length === 0) {
    return;
  }

  const list = document.createElement("p");
  list.id = id;
  list.className = "senaste";
  list.append(`${heading} `);
  for (const [code, name] of names) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "s-btn s-btn-2 s-btn-s";
    button.textContent = name.firstChild.textContent + (noteOf ? ` ${noteOf(code)}` : "");
    keepSelection(button);
    button.addEventListener("click", () => give(code));
    list.append(button);
  }

  byId("koda").append(list);
}

/** The selection is what the code goes to: a button that is pressed, with mouse or finger, must not take it away. */
function keepSelection(button) {
  button.addEventListener("pointerdown", (event) => event.preventDefault());
}

// ---- Keys

function onKey(event) {
  // A Swedish keyboard writes [ and ] with AltGr, which some systems report as Ctrl and Alt.
  const isChord = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState("AltGraph");
  if (event.key === "F6") {
    walkPanes(event.shiftKey ? -1 : 1);
    event.preventDefault();
    return;
  }

  if (isChord || isTyping(event.target) || !mayUseKeys() || byId("tangenthjalp").open) {
    return;
  }

  // A key held down does one thing, but for those that walk.
  if (event.repeat && !/^(Arrow.*|[jks])$/i.test(event.key)) {
    event.preventDefault();
    return;
  }

  if (press(event)) {
    event.preventDefault();
  }
}

/** Does what a key says; false where it says nothing here. */
function press(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const way = event.shiftKey ? -1 : 1;
  if (/^[1-9]$/.test(key)) {
    const row = all(".kod li[data-code]:not([hidden])")[Number(key) - 1];
    if (!row) {
      say(`Det finns ingen kod ${key}.`);
    } else if (!correct(row.dataset.code)) {
      give(row.dataset.code);
    }

    return true;
  }

  if (event.shiftKey && key.startsWith("Arrow")) {
    const unit = key === "ArrowLeft" || key === "ArrowRight" ? "word" : "sentence";
    return widen(unit, key === "ArrowRight" || key === "ArrowDown" ? 1 : -1);
  }

  const doing = {
    s: () => selectSentence(way),
    j: () => walk(1, say),
    k: () => walk(-1, say),
    "[": () => document.querySelector("a[rel=prev]")?.click(),
    "]": () => document.querySelector("a[rel=next]")?.click(),
    "/": () => byId("kodsok")?.focus(),
    ".": () => (recent()[0] ? give(recent()[0]) : say("Ingen kod är given än.")),
    f: walkSuggestions,
    g: () => pressSuggestion(".godta"),
    x: () => pressSuggestion(".avvisa"),
    c: () => pressIn(".stjarna", "Ställ dig på ett kodat textställe först."),
    a: note,
    Delete: () => pressIn(".bort", "Ställ dig på ett kodat textställe först."),
    z: () => pressButton(event.shiftKey ? "gor-om" : "angra", event.shiftKey ? "Det finns inget att göra om." : "Det finns inget att ångra."),
    l: () => pressButton("last", "Du har redan läst svaret."),
    "?": () => byId("tangenthjalp").showModal(),
  }[key];
  doing?.();
  return doing !== undefined;
}

// ---- Suggestions

/** Goes to the next suggestion, and shows where in the text its words stand. */
function walkSuggestions() {
  const forms = all(".sg");
  if (forms.length === 0) {
    say("Inga förslag i texten.");
    return;
  }

  const next = forms[(forms.indexOf(currentSuggestion()) + 1) % forms.length];
  forms.forEach((form) => form.classList.toggle("cur", form === next));
  next.scrollIntoView({ block: "nearest" });
  const start = Number(next.dataset.start);
  select(start, start + Number(next.dataset.length));
  say(next.querySelector(".t").innerText);
}

function currentSuggestion() {
  return document.activeElement?.closest(".sg") ?? document.querySelector(".sg.cur");
}

/** Answers the suggestion that one stands on, and no other. */
function pressSuggestion(selector) {
  const button = currentSuggestion()?.querySelector(selector);
  button ? button.click() : say("Gå till ett förslag med F först.");
}

/** Gives a code to the suggestion that one stands on, in place of the suggested one; false where one stands on none. */
function correct(code) {
  const form = currentSuggestion();
  if (!form) {
    return false;
  }

  if (form.elements.foreslagen.value === code) {
    form.querySelector(".godta").click();
  } else {
    form.elements.annan.value = code;
    form.querySelector("[value=annan]").click();
  }

  return true;
}

function pressIn(selector, otherwise) {
  const passage = passageOf(document.activeElement);
  const button = passage ? byId(`k${passage}`)?.querySelector(selector) : null;
  button ? button.click() : say(otherwise);
}

function pressButton(id, otherwise) {
  const button = byId(id);
  button ? button.click() : say(otherwise);
}

/** Opens the memo of the passage that one stands on, or of the answer. */
function note() {
  const passage = passageOf(document.activeElement);
  const fold = (passage ? byId(`k${passage}`) : document.querySelector("[data-subject=kalla]"))?.querySelector("details.ny");
  if (fold) {
    fold.open = true;
    fold.querySelector("textarea").focus();
  }
}

function walkPanes(step) {
  const panes = all(".pk a, .tx, .cb #kod, #angra").filter((one, at, list) => !one.closest(".pk") || list.findIndex((other) => other.closest(".pk")) === at);
  const here = panes.findIndex((pane) => (pane.closest(".pk") ?? pane.closest(".cb") ?? pane).contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  next.tabIndex = next.tabIndex < 0 ? -1 : next.tabIndex;
  next.focus();
}

function isTyping(target) {
  return target instanceof HTMLElement && target.closest("input:not([type=checkbox]),textarea,select,[contenteditable]");
}

function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice then holds for this page only if the browser keeps nothing.
  }
}

function say(message) {
  byId("lage").textContent = message;
}
