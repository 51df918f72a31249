// The sheet: what is sent comes back as a whole new page, of which the sheet is put in place of the old. What others do in
// the same source arrives the same way. What somebody has written and not sent is kept.

import { newsSince } from "./nyheter.js";
import { select, selected } from "./kodning-urval.js";

const PAUSE = 4_000; // ms between asking what others have done
const STILL = 2_000; // ms without a key or the mouse before what others have done is shown
const FOCUSABLE = "a, button, input, select, textarea, summary, [tabindex]";

let onNew = () => {};
let say = () => {};
let queue = Promise.resolve();
let sending = 0;
let isWaiting = false; // whether the answer to a slow form is waited for
let touchedAt = 0; // when somebody last pressed a key or the mouse

const sheet = () => document.getElementById("blad");

/** What is done each time that the sheet is new; also now. */
export function begin(whenNew, tell) {
  onNew = whenNew;
  say = tell;
  document.addEventListener("submit", onSubmit);
  for (const sign of ["keydown", "input", "pointerdown", "pointermove"]) {
    document.addEventListener(sign, (event) => (touchedAt = sign === "pointermove" && event.buttons === 0 ? touchedAt : Date.now()), true);
  }

  setInterval(ask, PAUSE);
  document.addEventListener("visibilitychange", ask);
  onNew();
}

/** Sends a form that may take a minute: beside the others, so that one goes on meanwhile. */
async function sendSlowly(form) {
  if (isWaiting) {
    return;
  }

  const body = new URLSearchParams(new FormData(form));
  isWaiting = true;
  showWaiting();
  say("Språkmodellen är tillfrågad. Du kan fortsätta under tiden.");
  try {
    const response = await fetch(location.pathname, { method: "POST", body });
    const text = await response.text();
    isWaiting = false;
    queue = queue.then(() => putLate(response, text, { form, body, before: null }));
  } catch {
    isWaiting = false;
    say("Ingen kontakt med servern. Försök igen.");
  }

  showWaiting();
}

/** The answer to a slow form; what was done meanwhile is not in it, so a page that was led to is fetched anew. */
async function putLate(response, text, sent) {
  if (!response.ok || new URL(response.url).pathname !== location.pathname) {
    say("Inget svar kom. Ladda om sidan och försök igen.");
    return;
  }

  try {
    put(response.redirected ? await (await fetch(response.url)).text() : text, response.url, sent);
  } catch {
    say("Svaret har kommit, men sidan gick inte att läsa om. Ladda om den.");
  }
}

/** The button says that it has been pressed, on whichever sheet it stands by now. */
function showWaiting() {
  for (const form of document.querySelectorAll("#blad form[data-slow]")) {
    isWaiting ? form.setAttribute("aria-busy", "true") : form.removeAttribute("aria-busy");
    const button = form.querySelector("button");
    button.dataset.words ??= button.textContent;
    button.textContent = isWaiting ? "Frågar …" : button.dataset.words;
    button.setAttribute("aria-disabled", isWaiting);
  }
}

function onSubmit(event) {
  if (event.target.method === "post" && sheet()?.contains(event.target)) {
    event.preventDefault();
    event.target.hasAttribute("data-slow") ? sendSlowly(event.target) : send(event.target, event.submitter);
  }
}

/** Sends a form; one at a time, in order. Whether the server took it. */
export function send(form, button = null) {
  const body = new URLSearchParams(new FormData(form, button));
  const before = selected();
  sending++;
  queue = queue.then(() => post(body, form, before)).finally(() => sending--);
  return queue;
}

async function post(body, form, before) {
  document.body.setAttribute("aria-busy", "true");
  try {
    // Asked for so, the sheet as it is now comes at once, with the address that a form without script is led to.
    const response = await fetch(location.pathname, { method: "POST", body, headers: { "Samla-Sheet": "1" } });
    const isHere = new URL(response.url).pathname === location.pathname;
    if (!response.ok || !isHere) {
      say(isHere ? "Inget är sparat. Ladda om sidan och försök igen." : "Inget är sparat: du är utloggad. Logga in i ett annat fönster och försök igen.");
      return false;
    }

    // Without its place in the page, which is for whoever comes there: loaded anew it does not move whoever is here.
    const address = response.headers.get("Samla-Address")?.split("#")[0] ?? response.url;
    return put(await response.text(), address, { form, body, before });
  } catch {
    say("Inget är sparat: ingen kontakt med servern. Det du skrivit och markerat står kvar. Försök igen.");
    return false;
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

/** Asks whether others have done something since the sheet was made; waits while something is being done here. */
async function ask() {
  const from = sheet();
  if (isBusy() || !from?.dataset.new) {
    return;
  }

  try {
    const news = await newsSince(from);
    if (news === null) {
      return;
    }

    const page = await fetch(location.pathname);
    const html = await page.text();
    // What was sent in between has brought the news along, and whoever writes is not interrupted.
    if (page.ok && sheet() === from && !isBusy()) {
      put(html, location.href, null);
      if (news) {
        say(news);
      }
    }
  } catch {
    // Another time.
  }
}

function isBusy() {
  return document.hidden || sending > 0 || Date.now() - touchedAt < STILL;
}

/** Puts the new sheet in place of the old; whether what was sent was taken. */
function put(html, url, sent) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const next = fresh.getElementById("blad");
  const old = sheet();
  if (!next || !old) {
    location.assign(url);
    return false;
  }

  const isRefused = sent !== null && next.querySelector("[role=alert]") !== null;
  const kept = keep(old, isRefused ? null : sent);
  old.replaceWith(document.adoptNode(next));
  keepHeights(next, kept.heights);
  document.title = fresh.title;
  history.replaceState(null, "", url);
  // What the script adds must be there before focus goes back to it.
  onNew(sent !== null);
  showWaiting();
  restore(next, kept, isRefused);
  return !isRefused;
}

/** What the new sheet does not know: what is unsent, open, scrolled, selected and in focus. */
function keep(old, sent) {
  const isUnsent = (box) =>
    box.id && box.value !== box.defaultValue && !(sent?.form.contains(box) && sent.body.get(box.name) === box.value);
  const now = selected();
  const isSame = sent && now && sent.before && now.start === sent.before.start && now.end === sent.before.end;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  return {
    texts: [...old.querySelectorAll("textarea")].filter(isUnsent).map((box) => [box.id, box.value]),
    open: [...old.querySelectorAll("details[open]")].map(placeOf),
    scroll: [scrollX, scrollY],
    panes: [...old.querySelectorAll(".pk, .cb, .pk ol")].map((pane) => [pane.scrollTop, pane.scrollLeft]),
    focus: focused ? placeOf(focused) : null,
    caret: focused?.matches("textarea, input[type=search]") ? [focused.selectionStart, focused.selectionEnd] : null,
    suggestion: old.querySelector(".sg.cur")?.dataset.suggestion ?? null,
    heights: heightsOf(old.querySelectorAll("li[data-coding]")),
    selection: sent && (isSame || !now) ? null : now,
  };
}

/** How high each row is within its own border and padding, which are the same for all. */
function heightsOf(rows) {
  const style = rows.length > 0 ? getComputedStyle(rows[0]) : null;
  const around = style ? parseFloat(style.paddingTop) + parseFloat(style.paddingBottom) + parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth) : 0;
  return new Map([...rows].map((row) => [row.dataset.coding, row.offsetHeight - around]));
}

/** What is not laid out before it comes into the window is as high as it was, so that the rest stands where it stood. */
function keepHeights(next, heights) {
  for (const row of next.querySelectorAll("li[data-coding]")) {
    if (heights.has(row.dataset.coding)) {
      row.style.containIntrinsicBlockSize = `auto ${heights.get(row.dataset.coding)}px`;
    }
  }
}

function restore(next, kept, isRefused) {
  for (const details of next.querySelectorAll("details")) {
    details.open ||= kept.open.includes(placeOf(details));
  }

  const lost = [];
  for (const [id, value] of kept.texts) {
    const box = document.getElementById(id);
    if (!box) {
      lost.push(value);
    } else if (!isRefused || box.value === box.defaultValue) {
      box.value = value;
      box.closest("details")?.setAttribute("open", "");
    }
  }

  showLost(next, lost);
  for (const [at, pane] of [...next.querySelectorAll(".pk, .cb, .pk ol")].entries()) {
    [pane.scrollTop, pane.scrollLeft] = kept.panes[at] ?? [0, 0];
  }

  next.querySelector(`[data-suggestion="${CSS.escape(kept.suggestion ?? "")}"]`)?.classList.add("cur");
  if (kept.focus && !isRefused) {
    const here = [...next.querySelectorAll(FOCUSABLE)].find((one) => placeOf(one) === kept.focus);
    here?.focus({ preventScroll: true });
    if (here && kept.caret) {
      here.setSelectionRange(...kept.caret);
    }
  }

  scrollTo({ left: kept.scroll[0], top: kept.scroll[1], behavior: "instant" });
  if (kept.selection) {
    select(kept.selection.start, kept.selection.end);
  }
}

/** What was written about something that somebody else has taken away. */
function showLost(next, texts) {
  for (const text of texts) {
    const box = document.createElement("div");
    box.className = "s-notice s-notice-warn besked";
    const heading = document.createElement("strong");
    heading.textContent = "Det du skrev om är borttaget. Kopiera texten om du vill ha den kvar.";
    const words = document.createElement("p");
    words.className = "pre";
    words.textContent = text;
    box.append(heading, words);
    next.prepend(box);
  }
}

/** What tells an element apart from the others, in the old sheet as in the new: passages are numbered anew, codings are not. */
function placeOf(element) {
  const passage = /^s(\d+)$/.exec(element.id)?.[1];
  if (passage) {
    return `s:${document.getElementById(`k${passage}`)?.dataset.coding}`;
  }

  const host = element.closest("[data-coding], [data-suggestion], [data-code]");
  if (!host) {
    return element.id ? `#${element.id}` : `${element.tagName}:${[...element.ownerDocument.querySelectorAll(element.tagName)].indexOf(element)}`;
  }

  const { coding, suggestion, code } = host.dataset;
  return `${coding ?? suggestion ?? code}:${element.tagName}:${[...host.querySelectorAll("*")].filter((one) => one.tagName === element.tagName).indexOf(element)}`;
}
