// What others have coded since an element was made: it has where to ask (data-new) and the last that it shows (data-turn).

/** In words, empty where it is all one's own doing in another window; null where nothing is new. */
export async function newsSince(element) {
  const response = await fetch(`${element.dataset.new}?efter=${element.dataset.turn}`);
  // One who has been signed out is led to the door, which has no news.
  if (response.status !== 200 || response.redirected) {
    return null;
  }

  const { steps } = await response.json();
  return steps.map((step) => `${step.who} ${step.words}.`).join(" ");
}
