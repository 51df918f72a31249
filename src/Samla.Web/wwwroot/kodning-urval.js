// The selection in a source's text, as offsets in the source: made with mouse or finger, or sentence by sentence with keys.

const sentences = new Intl.Segmenter("sv", { granularity: "sentence" });
const words = new Intl.Segmenter("sv", { granularity: "word" });
let reached = 0; // where the next sentence is looked for

const text = () => document.getElementById("svaret");
const paragraphs = () => [...(text()?.querySelectorAll("p[data-start]") ?? [])];

/** What is selected in the text: { start, end, words }; null where nothing is. */
export function selected() {
  const selection = getSelection();
  if (!text() || selection.rangeCount === 0 || selection.isCollapsed) {
    return null;
  }

  return selectedIn(text(), selection.getRangeAt(0));
}

/** The part of a text's paragraphs that a range covers: { start, end, words }; null where it covers none of their words. */
export function selectedIn(text, range) {
  const pieces = [...text.querySelectorAll("p[data-start]")]
    .filter((paragraph) => range.intersectsNode(paragraph))
    .map((paragraph) => within(paragraph, range))
    .filter((piece) => piece.words.trim());
  if (pieces.length === 0) {
    return null;
  }

  const last = pieces.at(-1);
  return { start: pieces[0].start, end: last.start + last.words.length, words: joined(pieces) };
}

/** Selects a part of the text and brings it into view. */
export function select(start, end) {
  const [from, to] = [pointAt(start, false), pointAt(end, true)];
  if (!from || !to) {
    return;
  }

  getSelection().setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  const [top, bottom] = [80, innerHeight - 80];
  if (box.top < top || box.bottom > bottom) {
    scrollBy({ top: box.top - innerHeight / 3, behavior: "instant" });
  }
}

/** Selects the sentence after what was last selected (1), or the one before it (-1). */
export function selectSentence(step) {
  const all = spans(sentences);
  if (all.length === 0) {
    return false;
  }

  const here = selected();
  const next = step > 0
    ? all.find((span) => span.start >= (here?.end ?? reached)) ?? all.at(-1)
    : all.findLast((span) => span.end <= (here?.start ?? reached)) ?? all[0];
  reached = step > 0 ? next.end : next.start;
  select(next.start, next.end);
  return true;
}

/** Moves the end of the selection by a word or a sentence. */
export function widen(unit, step) {
  const here = selected();
  if (!here) {
    return false;
  }

  const ends = spans(unit === "word" ? words : sentences).map((span) => span.end);
  const end = step > 0 ? ends.find((at) => at > here.end) : ends.findLast((at) => at < here.end && at > here.start);
  if (end !== undefined) {
    select(here.start, end);
    reached = end;
  }

  return true;
}

/** From here the next sentence is looked for. */
export function continueFrom(offset) {
  reached = offset;
}

function spans(segmenter) {
  return paragraphs().flatMap((paragraph) => {
    const begin = Number(paragraph.dataset.start);
    return [...segmenter.segment(paragraph.textContent)]
      .filter((piece) => piece.segment.trim() && piece.isWordLike !== false)
      .map((piece) => {
        const start = begin + piece.index + (piece.segment.length - piece.segment.trimStart().length);
        return { start, end: start + piece.segment.trim().length };
      });
  });
}

/** The place of an offset in the page; an end belongs to the text before it. */
function pointAt(offset, isEnd) {
  const paragraph = paragraphs().findLast((one) => Number(one.dataset.start) < offset + (isEnd ? 0 : 1));
  if (!paragraph) {
    return null;
  }

  let left = offset - Number(paragraph.dataset.start);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left < node.length || (isEnd && left === node.length)) {
      return { node, offset: left };
    }

    left -= node.length;
  }

  return null;
}

/** The part of a paragraph that is selected, with its offset in the source. */
function within(paragraph, range) {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  const before = part.cloneRange();
  if (paragraph.contains(range.startContainer)) {
    part.setStart(range.startContainer, range.startOffset);
  }

  if (paragraph.contains(range.endContainer)) {
    part.setEnd(range.endContainer, range.endOffset);
  }

  before.setEnd(part.startContainer, part.startOffset);
  return { start: Number(paragraph.dataset.start) + before.toString().length, words: part.toString() };
}

/** Paragraphs are parted by the line breaks that the source has between them. */
function joined(pieces) {
  return pieces.reduce((whole, piece) => {
    const gap = piece.start - (pieces[0].start + whole.length);
    return whole + (whole ? "\n".repeat(Math.max(gap, 0)) : "") + piece.words;
  }, "");
}
