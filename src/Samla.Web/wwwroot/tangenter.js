// Whether keys of one letter do anything: whoever speaks to the browser, or has unsteady hands, may turn them off (WCAG 2.1.4).
// Each page that has such keys has the box, and the choice holds on all of them.

const NAME = "samla.tangenter";
const BOX = "tangenter";

document.addEventListener("change", (event) => event.target.id === BOX && keep(event.target.checked ? "på" : "av"));
showChoice();

/** Shows the choice in the page's box; again where the page has got a new one. */
export function showChoice() {
  const box = document.getElementById(BOX);
  if (box) {
    box.checked = kept() !== "av";
  }
}

export function mayUseKeys() {
  return document.getElementById(BOX)?.checked ?? (kept() !== "av");
}

function kept() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null; // a browser that keeps nothing
  }
}

function keep(value) {
  try {
    localStorage.setItem(NAME, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}
