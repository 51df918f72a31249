// Words that are marked in the text become evidence at a press, and nobody leaves unsaved answers without being asked.
const text = document.getElementById("dokumentets-text");
const form = document.getElementById("svar");
const unsaved = document.getElementById("osparat");
let marked = "";
let isChanged = false;

function change() {
    isChanged = true;
    unsaved.textContent = "Du har osparade svar.";
}

document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection?.rangeCount && !selection.isCollapsed && text.contains(selection.anchorNode) && text.contains(selection.focusNode)) {
        marked = selection.toString().trim();
    }
});

for (const button of form.querySelectorAll(".ta-med")) {
    button.hidden = false;
    button.addEventListener("click", () => {
        const field = document.getElementById(button.dataset.till);
        if (marked === "") {
            field.focus();
            unsaved.textContent = "Markera först orden i dokumentet.";
            return;
        }

        field.value = field.value.trim() === "" ? marked : `${field.value.trim()}\n\n${marked}`;
        field.rows = 3;
        field.focus();
        change();
    });
}

form.addEventListener("input", change);
form.addEventListener("submit", () => (isChanged = false));
addEventListener("beforeunload", event => {
    if (isChanged) {
        event.preventDefault();
    }
});

// What was refused is still not saved.
isChanged = document.getElementById("fel")?.dataset.osparat === "ja";
