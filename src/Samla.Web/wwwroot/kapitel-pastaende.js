// The dialog that puts a claim in a chapter: search a code, press Enter. Inside a claim that is there already the code is put together
// with it. What it would say is asked of the server, which words it as the report does.

import { element, picker, write } from "./kapitel-valj.js";

/** How long no key must come before the server is asked, in milliseconds. */
const RESTED = 200;

const byId = (id) => document.getElementById(id);

export function claims(text) {
  const dialog = byId("pastaende");
  const how = byId("pastaende-hur");
  const word = byId("pastaende-ord");
  const without = byId("pastaende-utan");
  const shown = byId("pastaende-visa");
  let place = null;
  let chosen = null;
  let asked = null;

  const open = picker(dialog, {
    words: (offer) => `${offer.label} ${offer.code} ${offer.section ?? ""}`,
    draw: (offer) => [
      element("b", offer.label),
      " ",
      element("span", [offer.words, offer.section].filter(Boolean).join(" · "), "s-quiet"),
    ],
    onChosen(offer) {
      chosen = offer;
      preview();
    },
    insert: () => write(text, place.start, place.end, `{{${marker()}}}`),
  });
  for (const choice of [how, word, without]) {
    choice.addEventListener("change", preview);
  }

  return () => {
    place = around(text.value, text.selectionStart) ?? { start: text.selectionStart, end: text.selectionEnd, who: null, own: "", choices: [] };
    byId("pastaende-ihop").hidden = place.who === null;
    how.value = place.who === null ? "byt" : "och";
    word.value = place.choices.find((choice) => [...word.options].some((option) => option.value === choice)) ?? "";
    without.checked = place.choices.includes("utan not");
    chosen = null;
    open();
  };

  /** What is to stand between the braces. */
  function marker() {
    const who = place.who === null || how.value === "byt" ? chosen.code : joined(place.who, how.value, chosen.code);
    // An author's own words stand where nothing else is chosen.
    const choices = [word.value || place.own, without.checked && !["namn", "jämfört"].includes(word.value) ? "utan not" : ""].filter(Boolean).join(", ");
    return choices ? `${who}|${choices}` : who;
  }

  /** What it would say; a code alone is told at once, and its note when the keys rest. */
  async function preview() {
    asked?.abort();
    const mine = (asked = new AbortController());
    shown.textContent = chosen && marker() === chosen.code ? chosen.words : "";
    await new Promise((rested) => setTimeout(rested, RESTED));
    if (!chosen || mine.signal.aborted || !dialog.open) {
      return;
    }

    try {
      const response = await fetch(`${dialog.dataset.one}?markor=${encodeURIComponent(marker())}`, { signal: mine.signal });
      if (response.ok) {
        const said = await response.json();
        shown.replaceChildren(element("b", said.words), said.note ? ` ${said.note}` : "", ...said.alarms.map((one) => element("span", one, "al")));
      }
    } catch {
      // What it would say is seen when the chapter is previewed.
    }
  }
}

/** The counting marker that a place in a text stands in; null outside one. */
function around(value, at) {
  const start = value.lastIndexOf("{{", at - 1);
  const end = start < 0 ? -1 : value.indexOf("}}", start);
  const inner = end < 0 ? "" : value.slice(start + 2, end);
  if (at < start + 2 || at > end || !inner || /[{}\n]/.test(inner) || /^\s*(citat|insats|utelämnad)\s/.test(inner)) {
    return null;
  }

  const bar = inner.indexOf("|");
  const who = (bar < 0 ? inner : inner.slice(0, bar)).trim();
  const said = bar < 0 ? "" : inner.slice(bar + 1);
  const own = said.match(/["”“].*["”“]/)?.[0] ?? "";
  return { start, end: end + 2, who, own, choices: said.replace(own, "").split(",").map((choice) => choice.trim()) };
}

/** Whom two count together; what binds less than the word between them stands in brackets. */
function joined(who, by, code) {
  const binds = by === "av" || by === "eller" ? /\sav\s/ : /\s(av|eller)\s/;
  return `${binds.test(who) ? `(${who})` : who} ${by} ${code}`;
}
