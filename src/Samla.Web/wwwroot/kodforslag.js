// Suggested passages for a code, judged with one key each. Without script each is two buttons.

const cards = () => [...document.querySelectorAll(".sg")];
const here = () => document.activeElement?.closest(".sg") ?? cards()[0];

document.documentElement.classList.add("has-script");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input,textarea,select")) {
    return;
  }

  const doing = {
    j: () => walk(1),
    k: () => walk(-1),
    g: () => here()?.querySelector(".godta").click(),
    x: () => here()?.querySelector(".avvisa").click(),
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
  const at = all.indexOf(document.activeElement?.closest(".sg"));
  all.at(Math.min(at + step, all.length - 1))?.focus();
}
