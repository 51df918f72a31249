// The sheet: what is sent comes back as a whole new page, of which the sheet is put in place of the old. What others do in
// the same source arrives the same way. What somebody has written and not sent is kept.

import { select, selected } from "./kodning-urval.js";

const PAUSE = 4_000; // ms between asking what others have done

let onNew = () => {};
let say = () => {};
let queue = Promise.resolve();

const sheet = () => document.getElementById("blad");

/** What is done each time that the sheet is new; also now. */
export function begin(whenNew, tell) {
  onNew = whenNew;
  say = tell;
  document.addEventListener("submit", onSubmit);
  setInterval(ask, PAUSE);
  document.addEventListener("visibilitychange", ask);
  onNew();
}

function onSubmit(event) {
  if (event.target.method === "post" && sheet()?.contains(event.target)) {
    event.preventDefault();
    send(event.target, event.submitter);
  }
}

/** Sends a form; one at a time, in order. Whether the server took it. */
export function send(form, button = null) {
  const body = new URLSearchParams(new FormData(form, button));
  queue = queue.then(() => post(body, form));
  return queue;
}

async function post(body, form) {
  document.body.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(location.pathname, { method: "POST", body });
    const isHere = new URL(response.url).pathname === location.pathname;
    if (!response.ok || !isHere) {
      say(isHere ? "Inget är sparat. Ladda om sidan och försök igen." : "Inget är sparat: du är utloggad. Logga in i ett annat fönster och försök igen.");
      return false;
    }

    put(await response.text(), response.url, form);
    return true;
  } catch {
    say("Inget är sparat: ingen kontakt med servern. Det du skrivit och markerat står kvar. Försök igen.");
    return false;
  } finally {
    document.body.removeAttribute("aria-busy");
  }
}

/** Asks whether others have done something since the sheet was made. */
async function ask() {
  const from = sheet();
  if (document.hidden || !from) {
    return;
  }

  try {
    const response = await fetch(`${from.dataset.new}?efter=${from.dataset.turn}`);
    if (response.status !== 200) {
      return;
    }

    const news = await response.json();
    const page = await fetch(location.pathname);
    // What was sent in between has brought the news along.
    if (page.ok && sheet() === from) {
      put(await page.text(), location.href, null);
      const told = news.steps.map((step) => `${step.who} ${step.words}`).join(". ");
      if (told) {
        say(`${told}.`);
      }
    }
  } catch {
    // Another time.
  }
}

function put(html, url, sent) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const next = fresh.getElementById("blad");
  const old = sheet();
  if (!next || !old) {
    location.assign(url);
    return;
  }

  const kept = keep(old, sent);
  old.replaceWith(document.adoptNode(next));
  document.title = fresh.title;
  history.replaceState(null, "", url);
  restore(next, kept);
  onNew(sent !== null);
}

/** What the new sheet does not know: what is unsent, open, scrolled, selected and in focus. */
function keep(old, sent) {
  const isUnsent = (box) => box.id && box.value !== box.defaultValue && !sent?.contains(box);
  return {
    texts: [...old.querySelectorAll("textarea, input[type=search]")].filter(isUnsent).map((box) => [box.id, box.value]),
    open: [...old.querySelectorAll("details[open]")].map(nameOf).filter(Boolean),
    scroll: [scrollX, scrollY],
    panes: [...old.querySelectorAll(".pk, .cb, .pk ol")].map((pane) => [pane.scrollTop, pane.scrollLeft]),
    focus: old.contains(document.activeElement) ? document.activeElement.id : null,
    selection: sent ? null : selected(),
  };
}

function restore(next, kept) {
  for (const details of next.querySelectorAll("details")) {
    details.open ||= kept.open.includes(nameOf(details));
  }

  for (const [id, value] of kept.texts) {
    const box = document.getElementById(id);
    if (box) {
      box.value = value;
      box.closest("details")?.setAttribute("open", "");
    }
  }

  for (const [at, pane] of [...next.querySelectorAll(".pk, .cb, .pk ol")].entries()) {
    [pane.scrollTop, pane.scrollLeft] = kept.panes[at] ?? [0, 0];
  }

  if (kept.focus) {
    document.getElementById(kept.focus)?.focus({ preventScroll: true });
  }

  scrollTo({ left: kept.scroll[0], top: kept.scroll[1], behavior: "instant" });
  if (kept.selection) {
    select(kept.selection.start, kept.selection.end);
  }
}

/** What tells a fold apart from the others, in the old sheet as in the new. */
function nameOf(details) {
  return details.closest("[data-code]")?.dataset.code ?? null;
}
