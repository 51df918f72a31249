// Suggested passages for a code, judged with one key each. Without script each is two buttons.

import { mayUseKeys } from "./tangenter.js";

const cards = () => [...document.querySelectorAll(".sg")];
// None is chosen until somebody walks to it.
const here = () => document.activeElement?.closest(".sg");

document.documentElement.classList.add("has-script");
document.addEventListener("keydown", (event) => {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  if (isChord || event.repeat || event.target.closest("input:not([type=checkbox]),textarea,select") || !mayUseKeys()) {
    return;
  }

  const doing = {
    j: () => walk(1),
    k: () => walk(-1),
    g: () => here()?.querySelector(".godta")?.click(),
    x: () => here()?.querySelector(".avvisa")?.click(),
    z: () => document.getElementById(event.shiftKey ? "gor-om" : "angra")?.click(),
  }[event.key.toLowerCase()];
  if (doing) {
    event.preventDefault();
    doing();
  }
});

if (location.hash === "#besked") {
  document.getElementById("besked")?.focus();
}

function walk(step) {
  const all = cards();
  const from = document.activeElement;
  const near = from?.closest(".sg");
  const to = near ? all.indexOf(near) + step : all.indexOf(from?.closest(".fd")?.querySelector(".sg"));
  all.at(Math.min(Math.max(to, 0), all.length - 1))?.focus();
}
