// Coding by keyboard. Everything here can also be done with the page's own forms: without this
// file nothing is missing. Keys never act inside a field, with Ctrl, Alt or Meta held, or when
// they have been turned off; a screen reader in its reading mode keeps them for itself.
const OFF = "aukio-coding-keys-off";
const status = document.querySelector("[data-status]");
const help = document.querySelector("[data-keys]");
const toggle = document.querySelector("[data-keys-switch]");
let isOn = true;
let wanted = null; // the note to go to once the one being saved has come back; "" after the last

function notes() {
  return [...document.querySelectorAll("[data-notes] [data-note]")];
}

function current() {
  return document.activeElement?.closest?.("[data-note]") ?? null;
}

function go(note) {
  if (!note) return;
  const choose = note.querySelector("details.coding-choose");
  if (choose) choose.open = true;
  note.focus();
  note.scrollIntoView({ block: "nearest" });
}

function beside(step) {
  const all = notes();
  const at = all.indexOf(current());
  return at < 0 ? all[0] : all[at + step];
}

function place(note) {
  return note?.dataset.note ?? "";
}

function ticks(note) {
  return [...note.querySelectorAll("input[type=checkbox]")];
}

function isChanged(note) {
  return ticks(note).some((one) => one.checked !== one.defaultChecked);
}

function send(note, value) {
  const form = note.querySelector("form");
  const button = form?.querySelector(`button[name=do][value=${value}]`);
  if (button) form.requestSubmit(button);
}

// After the last note of the page comes the way to the next notes: Enter opens it.
function goOn(note, stay) {
  const next = document.querySelector("[data-next] a, [rel=next]");
  if (note || !next) go(note ?? stay);
  else next.focus();
}

// Ticks that were not saved are saved on the way: nothing is lost by moving on.
function move(step) {
  const from = current();
  const to = beside(step);
  if (from && isChanged(from)) {
    wanted = to || step > 0 ? place(to) : null;
    send(from, "save");
  } else if (to || step > 0) {
    goOn(to, from);
  }
}

function tick(note, key) {
  const box = note?.querySelector(`input[data-key="${CSS.escape(key)}"]`);
  if (!box) return false;
  box.checked = !box.checked;
  const isNone = box.name === "none";
  if (box.checked) {
    for (const one of ticks(note)) if ((one.name === "none") !== isNone) one.checked = false;
  }
  tell(`${box.parentElement.querySelector("span").textContent} ${box.checked ? "✓" : "–"}`);
  return true;
}

function act(key, note) {
  if (key === "j") move(1);
  else if (key === "k") move(-1);
  else if (key === "ArrowDown" && document.activeElement === note && note) move(1);
  else if (key === "ArrowUp" && document.activeElement === note && note) move(-1);
  else if (key === "?") help.showModal();
  else if (key === "u") document.querySelector("[data-undo]").requestSubmit();
  else if (key === "a" && note) {
    wanted = place(beside(1));
    send(note, "accept");
  } else if (key === "Enter" && note && document.activeElement === note) {
    wanted = place(beside(1));
    send(note, "save");
  } else return tick(note, key);
  return true;
}

function isWriting(target) {
  const typed = "input:not([type=checkbox]), textarea, select, [contenteditable]";
  return target.closest?.(typed) || target.closest?.("dialog");
}

document.addEventListener("keydown", (event) => {
  if (!isOn || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (isWriting(event.target)) return;
  if (act(event.key, current())) event.preventDefault();
});

function tell(words, isTrouble = false) {
  status.textContent = words;
  status.classList.toggle("govuk-visually-hidden", !isTrouble);
}

// The server answers with the note anew and how far the coding is.
function take(form, answer) {
  const part = document.createElement("template");
  part.innerHTML = answer;
  const saved = part.content.querySelector("[data-note]");
  const progress = part.content.querySelector("#coding-progress");
  form.closest("[data-note]").replaceWith(saved);
  document.getElementById(progress.id).replaceWith(progress);
  const isRefused = Boolean(saved.querySelector(".govuk-error-message"));
  tell(isRefused ? "" : status.dataset.saved);
  if (isRefused || wanted === null) go(saved);
  else goOn(document.getElementById(`note-${wanted}`), saved);
}

async function save(form, button) {
  const response = await fetch(form.action, {
    method: "POST",
    body: new FormData(form, button),
    headers: { "X-Part": "note" },
  });
  if (!response.ok || response.redirected) throw new Error(String(response.status));
  take(form, await response.text());
}

// A note is saved without leaving the page. When that fails the ticks stay, and the page says so.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("[data-note]")) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  save(form, event.submitter)
    .catch(() => tell(status.dataset.failed, true))
    .finally(() => {
      delete form.dataset.busy;
      wanted = null;
    });
});

function show() {
  toggle.setAttribute("aria-pressed", String(isOn));
}

try {
  isOn = localStorage.getItem(OFF) !== "yes";
} catch {
  // a browser that keeps nothing: keys are in use
}
document.querySelector("[data-keys-tools]").hidden = false;
document.querySelector("[data-keys-show]").addEventListener("click", () => help.showModal());
toggle.addEventListener("click", () => {
  isOn = !isOn;
  try {
    localStorage.setItem(OFF, isOn ? "no" : "yes");
  } catch {
    // kept for this page alone
  }
  show();
});
show();
if (location.hash.startsWith("#note-")) go(document.getElementById(location.hash.slice(1)));
