// Keeps what was typed into a form marked `data-keep` until it is sent, in this tab only:
// a lost network, an ended session or the back button cannot take it away.
const PREFIX = "aukio-kept:";
const SENT = "aukio-sent";
const SKIPPED = new Set(["password", "file", "hidden", "submit", "button"]);

function values(form) {
  const kept = [];
  for (const control of form.elements) {
    if (!control.name || SKIPPED.has(control.type)) continue;
    if (control.type === "checkbox" || control.type === "radio") {
      if (control.checked) kept.push([control.name, control.value, true]);
    } else {
      kept.push([control.name, control.value, false]);
    }
  }
  return kept;
}

function putBack(form, kept) {
  for (const control of form.elements) {
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = kept.some(([n, v, c]) => c && n === control.name && v === control.value);
    } else if (!SKIPPED.has(control.type)) {
      const found = kept.find(([name, , isChoice]) => !isChoice && name === control.name);
      if (found) control.value = found[1];
    }
  }
}

function offer(form, key, kept) {
  const box = form.querySelector("[data-keep-offer]");
  if (!box) return;
  box.hidden = false;
  box.querySelector("[data-keep-use]").addEventListener("click", () => {
    putBack(form, kept);
    box.hidden = true;
  });
  box.querySelector("[data-keep-drop]").addEventListener("click", () => {
    sessionStorage.removeItem(key);
    box.hidden = true;
  });
}

function keep(form) {
  const key = PREFIX + form.dataset.keep;
  const before = sessionStorage.getItem(key);
  const shown = JSON.stringify(values(form));
  if (before && before !== shown) offer(form, key, JSON.parse(before));
  form.addEventListener("submit", () => {
    sessionStorage.setItem(key, JSON.stringify(values(form)));
    sessionStorage.setItem(SENT, key);
  });
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => sessionStorage.setItem(key, JSON.stringify(values(form))), 300);
  });
}

// The form sent from the page before this one, if any.
function sentKeys() {
  const key = sessionStorage.getItem(SENT);
  return key ? [key] : [];
}

export function keepForms() {
  // A page that greets with success has taken the form in.
  const isTaken = document.querySelector(".govuk-notification-banner--success");
  for (const key of isTaken ? sentKeys() : []) sessionStorage.removeItem(key);
  sessionStorage.removeItem(SENT);
  for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
}
