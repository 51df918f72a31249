// The checking page with script: sends the form without leaving the page, keeps the file at hand for downloads, and
// adds drag and drop, jumps between findings and filters that stand in the address. Without it all but these still works.

import { showChoice } from "./tangenter.js";

const SLOW = 400; // ms before a wait is worth a sign

const byId = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const form = () => byId("granska");

/** The file behind the result that is shown; it never leaves the browser but to be checked. */
let kept = null;
let sending = false;

document.documentElement.classList.add("has-script");
document.addEventListener("submit", onSubmit);
document.addEventListener("dragover", onDragOver);
document.addEventListener("dragleave", () => form()?.classList.remove("is-over"));
document.addEventListener("drop", onDrop);
document.addEventListener("change", onChange);
document.addEventListener("click", onClick);
document.addEventListener("keydown", onKey);
start();

// ---- Sending

function onSubmit(event) {
  if (event.target !== form()) {
    return;
  }

  event.preventDefault();
  const output = event.submitter?.value ?? "sida";
  const chosen = byId("rapport").files[0] ?? null;
  const file = output === "sida" ? chosen : (chosen ?? kept);
  if (file) {
    send(file, output);
  } else {
    refuse("ingen-fil");
  }
}

async function send(file, output) {
  if (sending) {
    return;
  }

  if (file.size > Number(form().dataset.max)) {
    refuse("for-stor");
    return;
  }

  sending = true;
  const sign = setTimeout(() => showBusy(file), SLOW);
  try {
    const response = await fetch(form().action, { method: "POST", body: body(file, output) });
    if (response.ok && output !== "sida") {
      save(await response.blob(), file, output);
    } else {
      show(await response.text(), file);
    }
  } catch {
    refuse("inget-svar");
  } finally {
    clearTimeout(sign);
    hideBusy();
    sending = false;
  }
}

function body(file, output) {
  const data = new FormData(form());
  data.set("visa", output);
  data.set("rapport", file, file.name);
  return data;
}

function showBusy(file) {
  const busy = form().querySelector(".busy");
  const text = `Granskar ${file.name} …`;
  busy.querySelector("span").textContent = text;
  busy.hidden = false;
  say(text);
}

function hideBusy() {
  form().querySelector(".busy").hidden = true;
}

function save(blob, file, output) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${file.name.replace(/\.[^.]*$/, "")}-granskning.${output}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`${link.download} är hämtad.`);
}

function show(html, file) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  const checked = answer.getElementById("resultat");
  // A refusal takes nothing away: the result of an earlier file stays where it is.
  const fresh = answer.getElementById(checked ? "granskning" : "granska");
  if (!fresh) {
    refuse("fel-hos-oss");
    return;
  }

  document.title = answer.title;
  byId(fresh.id).replaceWith(document.adoptNode(fresh));
  if (checked) {
    kept = file;
    start();
    checked.focus();
  } else {
    choose(file);
    byId("rapport-fel").focus();
  }
}

/** Shows a message of the page's own where the file was chosen. */
function refuse(template) {
  byId("rapport-fel")?.remove();
  form().classList.add("is-err");
  form().prepend(byId(template).content.cloneNode(true));
  byId("rapport-fel").focus();
}

/** Puts a file in the field, so that its name is seen and it can be sent again. */
function choose(file) {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  byId("rapport").files = transfer.files;
  nameChosen();
}

function nameChosen() {
  byId("vald").textContent = byId("rapport").files[0]?.name ?? "Ingen fil är vald";
}

/** Checks the example instead of downloading it. */
async function sendExample(link) {
  try {
    const response = await fetch(link.href);
    const name = new URL(link.href).pathname.slice(1);
    const file = new File([await response.blob()], name, { type: "text/markdown" });
    choose(file);
    send(file, "sida");
  } catch {
    refuse("inget-svar");
  }
}

function onDragOver(event) {
  if (event.dataTransfer.types.includes("Files")) {
    event.preventDefault();
    form()?.classList.add("is-over");
  }
}

function onDrop(event) {
  const file = event.dataTransfer.files[0];
  if (file) {
    event.preventDefault();
    form().classList.remove("is-over");
    choose(file);
    send(file, "sida");
  }
}

// ---- Filters

function start() {
  if (!byId("tangenter")) {
    return;
  }

  showChoice();
  showKeys();
  const query = new URLSearchParams(location.search);
  const hidden = (query.get("dolj") ?? "").split(",");
  for (const box of all("[data-filter]")) {
    box.checked = box.id === "bara" ? query.has("bara") : !hidden.includes(box.dataset.filter);
  }

  count();
}

function onChange(event) {
  if (event.target.id === "rapport") {
    nameChosen();
  } else if (event.target.id === "tangenter") {
    showKeys();
  } else if (event.target.matches("[data-filter]")) {
    remember();
    say(count());
  }
}

function showKeys() {
  byId("granskning").classList.toggle("keys-off", !byId("tangenter").checked);
}

function remember() {
  const query = new URLSearchParams();
  const hidden = all("[data-filter]").filter((box) => box.id !== "bara" && !box.checked);
  if (hidden.length > 0) {
    query.set("dolj", hidden.map((box) => box.dataset.filter).join(","));
  }

  if (byId("bara").checked) {
    query.set("bara", "");
  }

  history.replaceState(null, "", location.pathname + (query.size > 0 ? `?${query}` : ""));
}

/** Brings the numbers in line with the filters, and says how many findings are left. */
function count() {
  const passes = filter();
  const counted = (number) => `${number} ${number === 1 ? "avvikelse" : "avvikelser"}`;
  for (const fold of all(".fold")) {
    const left = [...fold.querySelectorAll(".f")].filter(passes).length;
    fold.classList.toggle("is-empty", left === 0);
    fold.querySelector("b").textContent = left;
  }

  const cards = all(".f");
  const left = cards.filter(passes).length;
  byId("plats").textContent = counted(left);
  return left === cards.length ? `Visar alla ${counted(left)}.` : `Visar ${left} av ${counted(cards.length)}.`;
}

/** Tells whether the filters let a finding through, from its classes as the style sheet does. */
function filter() {
  const off = all("[data-filter]").filter((box) => box.id !== "bara" && !box.checked).map((box) => box.id);
  return (card) => !off.some((name) => card.classList.contains(name));
}

// ---- Jumps

function onClick(event) {
  const { target } = event;
  if (target.closest("[data-example]")) {
    event.preventDefault();
    sendExample(target.closest("[data-example]"));
  } else if (target.closest("[data-jump]")) {
    jump(Number(target.closest("[data-jump]").dataset.jump));
  } else if (target.closest("[data-unfold]")) {
    all(".fold").forEach((fold) => (fold.open = true));
    say("Alla anmärkningar på form är öppna.");
  } else if (target.closest("a[href^='#f'], a[href^='#t']")) {
    const [, number] = target.closest("a").hash.match(/^#[ft](\d+)/) ?? [];
    mark(byId(`f${number}`));
  } else if (target.closest("mark[data-f]") && !target.closest("a")) {
    goTo(byId(`f${target.closest("mark").dataset.f}`));
  }
}

function onKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || !byId("tangenter")?.checked) {
    return;
  }

  if (target.matches("input:not([type=checkbox]), select, textarea, [contenteditable]")) {
    return;
  }

  if (key === "j" || key === "J") {
    jump(1);
  } else if (key === "k" || key === "K") {
    jump(-1);
  } else if (key === "?") {
    const help = document.querySelector(".more");
    help.open = true;
    help.querySelector("summary").focus();
  }
}

function jump(step) {
  const cards = all(".f")
    .filter((card) => card.checkVisibility())
    .sort((a, b) => number(a) - number(b));
  const from = number(document.querySelector(".f.is-current"));
  const next = from === 0 ? nearest(cards, step) : step > 0 ? cards.find((card) => number(card) > from) : cards.findLast((card) => number(card) < from);
  if (!next) {
    say(cards.length === 0 ? "Ingen avvikelse att hoppa till." : step > 0 ? "Det var den sista avvikelsen." : "Det var den första avvikelsen.");
    return;
  }

  goTo(next);
  const withForm = cards.length === all(".f").filter(filter()).length;
  byId("plats").textContent = `${cards.indexOf(next) + 1} av ${cards.length}${withForm ? "" : " utom form"}`;
}

/** Where no finding has been visited: the first below what is read, or the last above it. */
function nearest(cards, step) {
  const isBelow = (card) => card.getBoundingClientRect().top > 64;
  return step > 0 ? cards.find(isBelow) : cards.findLast((card) => !isBelow(card));
}

const number = (card) => Number(card?.id.slice(1) ?? 0);

/** Brings a finding and its words into view together, and the focus to the finding. */
function goTo(card) {
  mark(card);
  const beside = matchMedia("(min-width: 60.01rem)").matches;
  (beside ? byId(`t${number(card)}`) : card)?.scrollIntoView({ block: "center" });
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function mark(card) {
  all(".is-current").forEach((element) => element.classList.remove("is-current"));
  card.closest("details")?.setAttribute("open", "");
  card.classList.add("is-current");
  all(`mark[data-f="${number(card)}"]`).forEach((words) => words.classList.add("is-current"));
}

// ---- Small things

function say(text) {
  byId("lage").textContent = text;
}
