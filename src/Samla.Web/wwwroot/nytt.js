// A page that is read while others code: says what they have done since it was made, and offers to show it. The page does not
// change under whoever reads it.

import { newsSince } from "./nyheter.js";

const PAUSE = 8_000; // ms between asking

const notice = document.getElementById("nytt");

async function ask() {
  if (document.hidden) {
    return;
  }

  // Without contact with the server, another time.
  const news = await newsSince(notice).catch(() => null);
  if (news && notice.firstChild?.textContent !== news) {
    show(news);
  }
}

function show(news) {
  const told = document.createElement("span");
  told.textContent = news;
  const again = document.createElement("a");
  again.href = location.pathname + location.search;
  again.textContent = "Visa sidan på nytt";
  notice.replaceChildren(told, " ", again);
}

setInterval(ask, PAUSE);
document.addEventListener("visibilitychange", ask);
