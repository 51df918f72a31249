// Whom a claim counts and what they say, beside the claim that is pointed at or reached by keys. A click leads to the code as before.

const DELAY = 250; // ms that the pointer rests before anything is asked for
const GAP = 6; // px between the claim and its card

const card = document.createElement("div");
card.id = "ord-kort";
card.className = "ord-kort";
card.setAttribute("role", "group");
card.setAttribute("aria-label", "Bakom påståendet");
// One who uses keys scrolls it by going into it.
card.tabIndex = 0;
card.hidden = true;

let wanted; // the claim whose card is shown, or asked for
let dismissed; // the claim that is gone back to
let waiting;
let asking = new AbortController();

document.addEventListener("pointerover", (event) => {
  const claim = claimOf(event.target);
  if (claim) {
    clearTimeout(waiting);
    waiting = claim === wanted ? undefined : setTimeout(() => show(claim), DELAY);
  } else if (card.contains(event.target)) {
    clearTimeout(waiting);
  } else if (wanted !== claimOf(document.activeElement) && !card.contains(document.activeElement)) {
    clearTimeout(waiting);
    waiting = setTimeout(hide, DELAY);
  }
});
document.addEventListener("focusin", (event) => {
  const claim = claimOf(event.target);
  if (claim && claim !== wanted && claim !== dismissed) {
    clearTimeout(waiting);
    show(claim);
  } else if (!claim && !card.contains(event.target)) {
    hide();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && wanted) {
    const claim = wanted;
    const isWithin = card.contains(document.activeElement);
    hide();
    if (isWithin) {
      // Back where one came from, without showing it again.
      dismissed = claim;
      claim.focus();
      dismissed = undefined;
    }
  }
});
addEventListener("resize", hide);

function claimOf(target) {
  return target?.closest?.(".paper .s-claim[data-ord]");
}

function hide() {
  clearTimeout(waiting);
  asking.abort();
  card.hidden = true;
  wanted?.removeAttribute("aria-describedby");
  wanted = undefined;
}

async function show(claim) {
  hide();
  wanted = claim;
  // The browser's own label would lie over the card.
  claim.removeAttribute("title");
  const { signal } = (asking = new AbortController());
  try {
    const response = await fetch(claim.dataset.ord, { signal });
    if (!response.ok || response.redirected) {
      return;
    }

    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (signal.aborted) {
      return;
    }

    card.replaceChildren(...[...page.body.childNodes].map((node) => document.adoptNode(node)));
    // After the claim's own words in the order of keys, and gone when its paragraph is shown anew; a table would cut it off.
    claim.closest("p,li,[role=paragraph],.s-exhibit").append(card);
    card.hidden = false;
    place(claim);
    claim.setAttribute("aria-describedby", "ord-vem");
  } catch {
    // It is looked at in passing: where the server cannot answer, the code's page has it.
  }
}

/** Under the claim, or over it where there is more room. */
function place(claim) {
  // Its words may stand on two lines.
  const [at, ...more] = claim.getClientRects();
  const bottom = more.at(-1)?.bottom ?? at.bottom;
  const frame = card.offsetParent.getBoundingClientRect();
  const left = Math.max(0, Math.min(at.left - frame.left, frame.width - card.offsetWidth));
  const isOver = bottom + card.offsetHeight > innerHeight && at.top > card.offsetHeight;
  card.style.left = `${left}px`;
  card.style.top = `${isOver ? at.top - frame.top - card.offsetHeight - GAP : bottom - frame.top + GAP}px`;
}
