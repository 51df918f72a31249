// Brackets beside the words they belong to, and the passage that one stands on.

const text = () => document.getElementById("svaret");
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

export function measure() {
  // In a narrow window the names stand below the paragraph.
  if (!text() || getComputedStyle(document.querySelector(".panes")).display !== "grid") {
    return;
  }

  const lists = all(".br", text());
  for (const list of lists) {
    list.classList.add("measured");
  }

  // All is read before anything is placed: in turns, the browser would lay out the whole page anew for each bracket.
  for (const place of lists.flatMap(placesIn)) {
    place();
  }
}

/** What puts each bracket of a paragraph in its place, and its name where there is room. */
function placesIn(list) {
  const top = list.getBoundingClientRect().top;
  const places = [];
  let free = 0;
  let end = 0;
  for (const bracket of list.children) {
    const boxes = all(".s-cod", list.parentElement)
      .filter((segment) => segment.dataset.passages.split(" ").includes(bracket.dataset.passage))
      .flatMap((segment) => [...segment.getClientRects()]);
    const to = Math.max(...boxes.map((box) => box.bottom)) - top;
    const first = Math.max(Math.min(...boxes.map((box) => box.top)) - top, 0);
    // Two passages may share a line; brackets that would cover each other stand side by side only where one is inside.
    const after = Math.max(first, end + 3);
    const isInside = to - after < 12;
    const from = isInside ? first : after;
    const name = bracket.firstElementChild;
    const height = name.offsetHeight;
    const wanted = Math.max(from + (to - from - height) / 2, free);
    places.push(() => {
      bracket.classList.toggle("inside", isInside);
      bracket.style.top = `${from}px`;
      bracket.style.height = `${to - from}px`;
      name.style.top = `${wanted - from - 2}px`;
    });
    end = Math.max(end, to);
    free = wanted + height + 2;
  }

  const words = list.parentElement.querySelector("p");
  places.push(() => (words.style.minHeight = `${free}px`));
  return places;
}

/** The number of the passage that an element begins; null where it begins none. */
export function passageOf(element) {
  const isPassage = element instanceof Element && text()?.contains(element) && /^s\d+$/.test(element.id);
  const inList = element instanceof Element ? element.closest(".kl li[id^=k]") : null;
  return isPassage ? element.id.slice(1) : (inList?.id.slice(1) ?? null);
}

/** Marks a passage and its bracket; tells its name to the one who says it. */
export function highlight(number, say) {
  for (const segment of all(".s-cod", text() ?? document)) {
    segment.classList.toggle("sel", number !== null && segment.dataset.passages.split(" ").includes(number));
  }

  for (const bracket of all(".br li", text() ?? document)) {
    const isHere = bracket.dataset.passage === number;
    bracket.classList.toggle("sel", isHere);
    if (isHere && document.activeElement?.id === `s${number}`) {
      say(`Textställe ${number}: ${bracket.textContent.trim()}`);
    }
  }
}

export function walk(step, say) {
  const stops = all("[id^=s]", text()).filter((element) => /^s\d+$/.test(element.id));
  if (stops.length === 0) {
    say("Inga kodade textställen i svaret.");
    return;
  }

  const here = stops.indexOf(document.activeElement);
  const at = here < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(Math.max(here + step, 0), stops.length - 1);
  stops[at].focus();
}
