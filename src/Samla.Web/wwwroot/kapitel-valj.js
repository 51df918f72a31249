// A dialog in which one of many things is searched for and put in a text: a search box, a list, arrows and Enter. What there is to
// choose among is asked for when the dialog is first opened.

/** How many are shown at a time; who needs another writes more of it. */
const MOST = 60;

/**
 * Sets up a dialog; what comes back opens it.
 * words: what a thing is searched by. draw: its lines in the list. onChosen: when it stands in the list as the chosen one. insert: puts
 * it in the text; false where it could not.
 */
export function picker(dialog, { words, draw, onChosen, insert }) {
  const search = dialog.querySelector("[role=combobox]");
  const list = dialog.querySelector("[role=listbox]");
  const shown = dialog.querySelector("[role=status]");
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
  list.addEventListener("dblclick", (event) => put(event));
  dialog.querySelector("form").addEventListener("submit", (event) => {
    if (event.submitter?.value !== "avbryt") {
      put(event);
    }
  });

  async function open() {
    search.value = "";
    shown.textContent = "";
    dialog.showModal();
    search.focus();
    if (!things) {
      shown.textContent = "Hämtas …";
      things = await load();
      shown.textContent = things ? "" : "Det gick inte att hämta. Stäng och försök igen.";
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
    fit = (things ?? []).filter((thing) => wanted.every((one) => words(thing).toLowerCase().includes(one))).slice(0, MOST);
    list.replaceChildren(...fit.map(option));
    at = -1;
    if (fit.length > 0) {
      choose(0);
    } else {
      search.removeAttribute("aria-activedescendant");
      shown.textContent = things ? (things.length === 0 ? dialog.dataset.none : "Ingen träff.") : shown.textContent;
    }
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
      shown.textContent = "Välj något i listan först.";
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
