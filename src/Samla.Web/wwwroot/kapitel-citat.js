// The dialog that puts a region's own words in a chapter. Starred passages come first; written out they can be shortened.

import { element, picker, write } from "./kapitel-valj.js";

const byId = (id) => document.getElementById(id);

export function quotations(text) {
  const whole = byId("citat-ord");
  const shown = byId("citat-visa");
  let place = null;

  const open = picker(byId("citat"), {
    words: (offer) => `${offer.who} ${offer.label} ${offer.text}`,
    draw: (offer) => [
      element("b", `${offer.isStarred ? "★ " : ""}${offer.who}`),
      " ",
      element("span", offer.label, "s-quiet"),
      element("span", offer.text, "ord"),
    ],
    onChosen: (offer) => shown.replaceChildren(...(offer ? [element("span", offer.text, "s-voice"), ` ${offer.who}`] : [])),
    insert(offer) {
      // A marker without words is the first passage that has the code.
      const words = (whole.checked || !offer.isFirst) && !/[{}]/.test(offer.text) ? `|${offer.text.replace(/\s+/g, " ")}` : "";
      const before = text.value.slice(0, place.start);
      const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
      write(text, place.start, place.end, `${gap}> {{citat ${offer.code} ${offer.reporter}${words}}}\n\n`);
    },
  });

  return () => {
    place = { start: text.selectionStart, end: text.selectionEnd };
    open();
  };
}
