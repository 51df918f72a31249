// A dialog in which one of many things is searched for and put in a text: a search box, a list, arrows and Enter. What there is to
// choose among is asked for when the dialog is first opened.

/** How many are shown at a time; who needs another writes more of it. */
const MOST = 60;

/**
 * Sets up a dialog; what comes back opens it.
 * words: what a thing is searched by. draw: its lines in the list. onChosen: which one is chosen now; null for none. insert: puts it in
 * the text.
 */
export function picker(dialog, { words, draw, onChosen, insert }) {
  const search = dialog.querySelector("[role=combobox]");
  const list = dialog.querySelector("[role=listbox]");
  const told = dialog.querySelector("[role=status]");
  let things = null;
  let fit = [];
  let at = -1;

  search.addEventListener("input", narrow);
  search.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choose(Math.min(Math.max(at + step, 0), list.children.length - 1));
    }
  });
  list.addEventListener("click", (event) => choose([...list.children].indexOf(event.target.closest("[role=option]"))));
  list.addEventListener("dblclick", put);
  // The search box keeps the keys.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  dialog.querySelector("form").addEventListener("submit", (event) => {
    if (event.submitter?.value !== "avbryt") {
      put(event);
    }
  });

  async function open() {
    search.value = "";
    told.textContent = "";
    dialog.showModal();
    search.focus();
    if (!things) {
      told.textContent = "Hämtas …";
      things = await load();
    }

    narrow();
  }

  async function load() {
    try {
      const response = await fetch(dialog.dataset.from);
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  function narrow() {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    const all = (things ?? []).filter((thing) => wanted.every((one) => words(thing).toLowerCase().includes(one)));
    fit = all.slice(0, MOST);
    list.replaceChildren(...fit.map(option));
    search.setAttribute("aria-expanded", fit.length > 0);
    search.removeAttribute("aria-activedescendant");
    told.textContent = tell(all.length);
    at = -1;
    if (fit.length > 0) {
      choose(0);
    } else {
      onChosen(null);
    }
  }

  function tell(count) {
    if (!things) {
      return "Det gick inte att hämta. Stäng och försök igen.";
    }

    if (things.length === 0) {
      return dialog.dataset.none;
    }

    return count > MOST ? `Visar ${MOST} av ${count}. Skriv mer för att hitta fler.` : count === 0 ? "Ingen träff." : count === 1 ? "En träff." : `${count} träffar.`;
  }

  function option(thing, index) {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.role = "option";
    item.append(...draw(thing));
    return item;
  }

  function choose(index) {
    if (index < 0 || index >= fit.length) {
      return;
    }

    list.querySelector("[aria-selected]")?.removeAttribute("aria-selected");
    at = index;
    const item = list.children[at];
    item.setAttribute("aria-selected", "true");
    search.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
    onChosen(fit[at]);
  }

  function put(event) {
    event.preventDefault();
    if (at < 0) {
      told.textContent = "Välj något i listan först.";
    } else {
      dialog.close();
      insert(fit[at]);
    }
  }

  return open;
}

/** Writes in a textarea, through the browser's own editing, so that it can be undone with Ctrl+Z. */
export function write(textarea, start, end, words) {
  textarea.focus();
  textarea.setSelectionRange(start, end);
  if (!document.execCommand("insertText", false, words)) {
    textarea.setRangeText(words, start, end, "end");
  }
}

/** An element with words in it. */
export function element(name, words, className = "") {
  const made = document.createElement(name);
  made.textContent = words;
  made.className = className;
  return made;
}
