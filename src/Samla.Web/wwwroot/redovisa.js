// A section's answers with script: counts while one writes, saves by itself, and keeps what the server does not have yet
// in the browser. Without it each answer is a form with a button of its own.

const PAUSE = 2_000; // ms after the last key
const RETRY = 10_000; // ms between attempts while there is no contact
const MEETING = 10_000; // ms between asking who else is here
const KEEPALIVE = 60_000; // bytes that a browser sends from a page that is being left

const TEXT = {
  unsaved: "Inte sparat än.",
  saving: "Sparar …",
  offline: "Ingen kontakt med servern. Texten finns kvar här och sparas när nätet är tillbaka.",
  failed: "Servern kunde inte spara. Texten finns kvar här. Ett nytt försök görs strax.",
  old: "Sidan har varit öppen för länge för att kunna spara. Ladda om sidan: texten finns kvar här.",
  signedOut: "Du är utloggad. Texten finns kvar här. Logga in i ett annat fönster, så sparas den.",
  notAllowed: "Du får inte längre skriva här. Texten finns kvar i den här webbläsaren.",
  restored: "Texten hann inte sparas förra gången. Den är hämtad tillbaka.",
  conflict: "Inte sparat. Någon annan har sparat en annan text. Båda visas: välj en eller arbeta ihop dem.",
  theirs: "Den sparade texten gäller.",
};

const segmenter = new Intl.Segmenter("sv", { granularity: "grapheme" });

/** As the server counts: characters that a reader sees, without space before and after. */
function countIn(text) {
  let count = 0;
  for (const _ of segmenter.segment(text.replace(/\r\n?/g, "\n").trim())) {
    count++;
  }
  return count;
}

/** As SwedishNumber writes it. */
function figures(number) {
  return number < 10_000 ? `${number}` : `${number}`.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

// ---- What the server does not have yet

const shelf = {
  key: (form) => `samla.svar:${form.dataset.save}`,
  read(form) {
    try {
      return JSON.parse(localStorage.getItem(shelf.key(form)));
    } catch {
      return null;
    }
  },
  put(form, text, revision) {
    try {
      localStorage.setItem(shelf.key(form), JSON.stringify({ text, revision }));
    } catch {
      // Full or forbidden: the text is still in the box.
    }
  },
  /** Only if it holds no other text: another window may have written since. */
  clear(form, text) {
    if (shelf.read(form)?.text === text) {
      localStorage.removeItem(shelf.key(form));
    }
  },
};

// ---- One answer

class Answer {
  constructor(form) {
    this.form = form;
    this.box = form.elements.text;
    this.part = (selector) => form.querySelector(selector);
    this.saved = this.box.defaultValue; // what the server has
    this.writtenFrom = null; // in a conflict: the revision that the text in the box began from
    this.isBusy = false;
    this.isInConflict = !this.part(".konflikt").hidden;
    this.timer = 0;
    this.wasOver = form.classList.contains("is-over");
    this.box.addEventListener("input", () => this.onInput());
    form.addEventListener("submit", (event) => this.onSubmit(event));
    this.restore();
  }

  get revision() {
    return this.form.elements.revision.value;
  }

  set revision(value) {
    this.form.elements.revision.value = value;
  }

  get isSaved() {
    return this.box.value.trim() === this.saved.trim();
  }

  restore() {
    const kept = shelf.read(this.form);
    if (this.isInConflict) {
      return;
    }
    if (kept === null) {
      // Somebody may write before the script is there.
      if (!this.isSaved) {
        this.onInput();
      }
      return;
    }
    if (kept.text.trim() === this.saved.trim()) {
      shelf.clear(this.form, kept.text);
      return;
    }
    this.box.value = kept.text;
    this.show();
    if (kept.revision === this.revision) {
      this.tell(TEXT.restored, "vantar");
      this.saveIn(PAUSE);
    } else {
      this.writtenFrom = kept.revision;
      this.showConflict(this.saved, this.revision);
    }
  }

  onInput() {
    this.keep();
    if (this.part("[role=status]").dataset.lage === "sparat") {
      this.tell(TEXT.unsaved);
    }
    this.show();
    this.saveIn(PAUSE);
  }

  /** With the revision it was written from: in a conflict not the one that the box would replace, so that a reload finds it again. */
  keep() {
    shelf.put(this.form, this.box.value, this.writtenFrom ?? this.revision);
  }

  onSubmit(event) {
    event.preventDefault();
    if (event.submitter?.dataset.text !== undefined) {
      this.carry(event.submitter.dataset.text);
    } else if (event.submitter?.value === "sparad") {
      this.takeTheirs();
    } else {
      this.endConflict();
      this.save();
    }
  }

  /** The text of the round before: after what is written, as the server does it. */
  carry(text) {
    const written = this.box.value.trimEnd();
    this.box.value = written === "" ? text : `${written}\n\n${text}`;
    this.onInput();
    this.box.focus();
  }

  saveIn(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  // ---- Saving

  async save(options = {}) {
    clearTimeout(this.timer);
    if (this.isInConflict || this.isBusy) {
      return;
    }
    const text = this.box.value;
    if (this.isSaved) {
      shelf.clear(this.form, text);
      return;
    }
    this.isBusy = true;
    this.tell(TEXT.saving);
    try {
      this.take(await this.send(text, options), text);
    } catch {
      this.wait(TEXT.offline);
    } finally {
      this.isBusy = false;
    }
    if (this.saved === text && this.box.value !== text) {
      this.tell(TEXT.unsaved); // more was written meanwhile
      this.saveIn(PAUSE);
    }
  }

  async send(text, options) {
    const body = new FormData(this.form);
    body.set("text", text);
    const headers = { accept: "application/json" };
    const response = await fetch(this.form.dataset.save, { method: "POST", body, headers, ...options });
    const isOurs = response.headers.get("content-type")?.startsWith("application/json");
    return { status: response.status, ...(isOurs ? await response.json() : {}) };
  }

  take(answer, text) {
    switch (answer.status) {
      case 200:
        this.saved = text;
        this.revision = answer.revision;
        shelf.clear(this.form, text);
        this.part(".nekad").hidden = true;
        this.part(".hist-lank").hidden = false;
        this.tell(`Sparat ${answer.time}`, "sparat");
        break;
      case 409:
        this.showConflict(answer.text, `${answer.revision}`);
        break;
      case 422:
        this.part(".nekad span").textContent = answer.message;
        this.part(".nekad").hidden = false;
        this.tell(`Texten är inte sparad. ${answer.message}`, "fel");
        break;
      case 401:
        this.wait(TEXT.signedOut);
        break;
      case 403:
        this.wait(TEXT.notAllowed);
        break;
      case 400:
        this.tell(TEXT.old, "fel");
        break;
      default:
        this.wait(TEXT.failed);
    }
  }

  /** Also where the browser says that there is a network: it may lead nowhere. */
  wait(message) {
    this.keep();
    this.tell(message, "vantar");
    this.saveIn(RETRY);
  }

  // ---- Colleagues

  get id() {
    return this.form.closest("section").id;
  }

  /** A text that somebody else has saved. What is being written here is left alone: saving it shows both. */
  meet({ text, revision, by, time }) {
    if (this.isInConflict || this.isBusy || Number(revision) <= Number(this.revision)) {
      return;
    }
    const who = by === "" ? "Någon" : by;
    if (this.isSaved) {
      this.box.value = text;
      this.saved = text;
      this.revision = revision;
      this.show();
      this.tell(`${who} sparade den här texten ${time}`, "sparat");
    } else if (this.met !== revision) {
      this.met = revision;
      this.tell(`${who} har sparat en annan text. När din sparas visas båda.`, "vantar");
    }
  }

  showWriters(names) {
    const line = this.part(".andras");
    line.hidden = names.length === 0;
    line.textContent = names.length === 0 ? "" : `${listed(names)} skriver här just nu.`;
  }

  // ---- Two texts

  showConflict(theirs, revision) {
    this.isInConflict = true;
    this.writtenFrom ??= this.revision;
    this.saved = theirs;
    this.revision = revision;
    this.part(".deras .answer").textContent = theirs;
    this.showParts(true);
    this.tell(TEXT.conflict, "fel");
    if (this.form.contains(document.activeElement)) {
      this.part(".konflikt").focus();
    }
  }

  endConflict() {
    if (this.isInConflict) {
      this.isInConflict = false;
      this.showParts(false);
      this.writtenFrom = null;
      this.keep();
      this.box.focus();
      if (this.isSaved) {
        this.tell(TEXT.theirs, "sparat");
      }
    }
  }

  takeTheirs() {
    shelf.clear(this.form, shelf.read(this.form)?.text);
    this.box.value = this.saved;
    this.endConflict();
    shelf.clear(this.form, this.box.value);
    this.show();
  }

  showParts(isInConflict) {
    this.part(".konflikt").hidden = !isInConflict;
    this.part(".deras").hidden = !isInConflict;
    this.part(".vems").textContent = isInConflict ? "Din text, inte sparad" : this.part(".vems").dataset.egen;
  }

  // ---- What is seen

  show() {
    const limit = Number(this.form.dataset.limit);
    const count = countIn(this.box.value);
    const over = Math.max(0, count - limit);
    this.part(".antal").textContent = figures(count);
    this.part(".s-meter .v").setAttribute("width", Math.min(100, (100 * count) / limit));
    this.part(".s-meter .over").textContent = over > 0 ? `${figures(over)} tecken för mycket. Inget kapas.` : "";
    this.part(".s-field").classList.toggle("is-over", over > 0);
    if (over > 0) {
      this.box.setAttribute("aria-invalid", "true");
    } else {
      this.box.removeAttribute("aria-invalid");
    }
    this.showInList(over);
    this.showBeside();
    if (over > 0 !== this.wasOver) {
      this.wasOver = over > 0;
      this.tell(over > 0 ? "Texten är längre än den får vara. Den sparas ändå." : "Texten får plats.");
    }
  }

  showInList(over) {
    const tag = document.querySelector(`[data-over="${this.form.closest("section").id}"]`);
    if (tag !== null) {
      tag.hidden = over === 0;
      tag.firstChild.textContent = `+${figures(over)}`;
    }
  }

  showBeside() {
    const submitted = this.part(".inlamnat");
    if (submitted !== null) {
      const isSame = this.box.value.trim() === submitted.querySelector(".answer").textContent;
      submitted.hidden = isSame;
      this.part(".samma").hidden = !isSame;
    }
  }

  tell(message, state = "") {
    const status = this.part("[role=status]");
    status.textContent = message;
    status.dataset.lage = state;
  }
}

// ---- Who else is here

/** "Kim", "Kim och Robin", "Kim, Robin och Alex". */
function listed(names) {
  return new Intl.ListFormat("sv", { type: "conjunction" }).format(names);
}

class Meeting {
  constructor(line, answers) {
    this.line = line;
    this.answers = answers;
    this.timer = 0;
    for (const { box } of answers) {
      box.addEventListener("focus", () => this.meet());
    }
    this.meet();
  }

  body() {
    const body = new FormData();
    body.set("__RequestVerificationToken", document.querySelector("input[name=__RequestVerificationToken]").value);
    body.set("skriver", this.answers.find((answer) => answer.box === document.activeElement)?.id ?? "");
    for (const answer of this.answers) {
      body.set(`sedd.${answer.id}`, answer.revision);
    }
    return body;
  }

  async meet() {
    clearTimeout(this.timer);
    if (document.visibilityState === "hidden") {
      return;
    }
    this.timer = setTimeout(() => this.meet(), MEETING);
    try {
      const response = await fetch(this.line.dataset.narvaro, { method: "POST", body: this.body() });
      if (response.ok) {
        this.show(await response.json());
      }
    } catch {
      // Nobody is seen while there is no contact; the answers say so themselves.
    }
  }

  show({ people, answers }) {
    const names = [...new Set(people.map((person) => person.name))];
    const words = names.length === 0 ? "" : `${listed(names)} är också på sidan.`;
    if (this.line.textContent !== words) {
      this.line.textContent = words;
    }
    for (const answer of this.answers) {
      answer.showWriters(people.filter((person) => person.writes === answer.id).map((person) => person.name));
      const news = answers.find(({ id }) => id === answer.id);
      if (news !== undefined) {
        answer.meet(news);
      }
    }
  }

  leave() {
    const body = this.body();
    body.set("lamnar", "ja");
    navigator.sendBeacon(this.line.dataset.narvaro, body);
  }
}

const answers = [...document.querySelectorAll("form.svar")].map((form) => new Answer(form));

window.addEventListener("online", () => answers.forEach((answer) => answer.save()));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") {
    for (const answer of answers) {
      const isSmall = new Blob([answer.box.value]).size < KEEPALIVE;
      answer.save({ keepalive: isSmall });
    }
  }
});

const line = document.querySelector("[data-narvaro]");
if (line !== null && answers.length > 0) {
  const meeting = new Meeting(line, answers);
  document.addEventListener("visibilitychange", () => meeting.meet());
  window.addEventListener("pagehide", () => meeting.leave());
}
