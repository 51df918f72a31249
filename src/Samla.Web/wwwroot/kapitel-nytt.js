// An open chapter follows what others do: when a number behind it changes, the chapter and what stands beside it are shown anew, and it
// is said. Where a text is being written only that is said, for nothing changes under whoever writes.

const PAUSE = 3_000; // ms before asking again where the server could not answer
const PARTS = [".paper", ".insp", ".kaplist", "#godta"];

const shown = document.getElementById("visas");
let state = shown.dataset.seen;
let following = new AbortController();

document.addEventListener("visibilitychange", follow);
follow();

/** A window that nobody sees holds no connection; one that is seen holds one, however often it was turned to. */
async function follow() {
  following.abort();
  const { signal } = (following = new AbortController());
  while (!document.hidden && !signal.aborted) {
    try {
      const response = await fetch(`${shown.dataset.ask}?sett=${state}`, { signal });
      // One who has been signed out is led to the door, and a chapter can be gone: there is nothing more to follow.
      if (response.redirected || (response.status >= 400 && response.status < 500)) {
        return;
      }

      if (response.status === 200) {
        await show((await response.json()).state, signal);
      } else if (response.status !== 204) {
        await pause();
      }
    } catch {
      await pause();
    }
  }
}

const pause = () => new Promise((rested) => setTimeout(rested, PAUSE));

/** What is shown counts as seen only when it stands there. */
async function show(latest, signal) {
  if (document.getElementById("text")) {
    shown.textContent = "Något bakom kapitlets antal har ändrats. Förhandsgranska för att se hur det är nu.";
    state = latest;
    return;
  }

  const response = await fetch(location.href.split("#")[0], { signal });
  if (!response.ok || response.redirected) {
    throw new Error(`${response.status}`);
  }

  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const open = [...document.querySelectorAll(".paper details[open][id]")].map((one) => one.id);
  const focused = document.activeElement?.id;
  for (const part of PARTS) {
    const [now, then] = [page.querySelector(part), document.querySelector(part)];
    if (now && then) {
      then.replaceWith(document.adoptNode(now));
    }
  }

  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }

  state = page.getElementById("visas")?.dataset.seen ?? latest;
  shown.textContent = "Kapitlet har ändrats och visas som det är nu.";
}
