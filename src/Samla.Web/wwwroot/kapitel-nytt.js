// An open chapter follows what others do: when a number behind it changes, the chapter and what stands beside it are shown anew, and it
// is said. Where a text is being written only that is said, for nothing changes under whoever writes.

const PAUSE = 3_000; // ms before asking again where the server could not be asked
const BREATH = 250; // ms before asking again where there was nothing to tell: a chapter that is gone is answered at once

const shown = document.getElementById("visas");
let state = shown.dataset.seen;
let waiting = null;

document.addEventListener("visibilitychange", follow);
follow();

/** A window that nobody sees holds no connection. */
async function follow() {
  waiting?.abort();
  while (!document.hidden) {
    const mine = (waiting = new AbortController());
    try {
      const response = await fetch(`${shown.dataset.ask}?sett=${state}`, { signal: mine.signal });
      // One who has been signed out is led to the door.
      if (response.redirected || (!response.ok && response.status !== 204)) {
        return;
      }

      if (response.status === 200) {
        state = (await response.json()).state;
        await show();
      } else {
        await new Promise((rested) => setTimeout(rested, BREATH));
      }
    } catch {
      if (mine.signal.aborted) {
        return;
      }

      await new Promise((rested) => setTimeout(rested, PAUSE));
    }
  }
}

async function show() {
  if (document.getElementById("text")) {
    shown.textContent = "Något bakom kapitlets antal har ändrats. Förhandsgranska för att se hur det är nu.";
    return;
  }

  const page = new DOMParser().parseFromString(await (await fetch(location.href.split("#")[0])).text(), "text/html");
  const open = [...document.querySelectorAll(".paper details[open][id]")].map((one) => one.id);
  const focused = document.activeElement?.id;
  for (const part of [".paper", ".insp", ".kaplist", "#godta"]) {
    const [now, then] = [page.querySelector(part), document.querySelector(part)];
    if (now && then) {
      then.replaceWith(document.adoptNode(now));
    }
  }

  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }

  shown.textContent = "Kapitlet har ändrats och visas som det är nu.";
}
