// A page that is read while others code: says what they have done since it was made, and offers to show it. The page does not
// change under whoever reads it.

const PAUSE = 8_000; // ms between asking

const notice = document.getElementById("nytt");

async function ask() {
  if (document.hidden) {
    return;
  }

  const response = await fetch(`${notice.dataset.new}?efter=${notice.dataset.turn}`).catch(() => null);
  if (response?.status === 200) {
    show((await response.json()).steps);
  }
}

function show(steps) {
  const words = steps.map((step) => `${step.who} ${step.words}.`).join(" ");
  if (!words || notice.firstChild?.textContent === words) {
    return;
  }

  const told = document.createElement("span");
  told.textContent = words;
  const again = document.createElement("a");
  again.href = location.pathname + location.search;
  again.textContent = "Visa sidan på nytt";
  notice.replaceChildren(told, " ", again);
}

setInterval(ask, PAUSE);
document.addEventListener("visibilitychange", ask);
