// Suggested passages for a code, judged with one key each. Without script each is two buttons.

const cards = () => [...document.querySelectorAll(".sg")];
// Among the passages of a document that was just answered, none is chosen until somebody walks to it.
const here = () => document.activeElement?.closest(".sg") ?? (document.activeElement?.closest(".fd") ? null : cards()[0]);

document.documentElement.classList.add("has-script");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input,textarea,select")) {
    return;
  }

  const doing = {
    j: () => walk(1),
    k: () => walk(-1),
    g: () => here()?.querySelector(".godta")?.click(),
    x: () => here()?.querySelector(".avvisa")?.click(),
    z: () => document.getElementById("angra")?.click(),
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
