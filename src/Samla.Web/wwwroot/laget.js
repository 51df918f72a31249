// The board with script: one stop for Tab, and arrow keys from cell to cell. Without it every answer is a stop of its own.

const table = document.getElementById("tavlan");
const rows = [...(table?.tBodies[0].rows ?? [])].map((row) => [...row.cells].slice(1).map((cell) => cell.querySelector("a")));
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

const links = rows.flat().filter(Boolean);
links.forEach((link, index) => (link.tabIndex = index === 0 ? 0 : -1));
table?.addEventListener("focusin", (event) => {
  if (links.includes(event.target)) {
    links.forEach((link) => (link.tabIndex = link === event.target ? 0 : -1));
  }
});
table?.addEventListener("keydown", (event) => {
  const step = steps[event.key];
  if (step && move(event.target, step)) {
    event.preventDefault();
  }
});

/** Goes on past cells without an answer. */
function move(from, [down, right]) {
  let y = rows.findIndex((row) => row.includes(from));
  let x = rows[y]?.indexOf(from) ?? -1;
  if (x < 0) {
    return false;
  }

  do {
    y += down;
    x += right;
  } while (rows[y] && x in rows[y] && !rows[y][x]);
  rows[y]?.[x]?.focus();
  return true;
}
