// What makes checking quicker. Without it the same is done by sending the form.
const field = () => document.querySelector("#id_text");

// --- from finding to finding with n, p and the arrows, while the focus is among them
const LINK = ".wording-finding__link";
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const here = event.target.closest(".wording-finding, a.wording-number");
  if (!here) return;
  const step = { n: 1, ArrowDown: 1, p: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...document.querySelectorAll(LINK)];
  const number = here.id.replace("mark-", "finding-");
  const at = links.findIndex((link) => link.closest(".wording-finding").id === number);
  const next = links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

// --- a suggestion put into the text; places count characters as the server does
function put(button) {
  const area = field();
  const { start, before, after } = button.dataset;
  const signs = Array.from(area.value);
  const wanted = Array.from(before);
  const fits = (at) => at >= 0 && wanted.every((sign, i) => signs[at + i] === sign);
  let found = -1;
  for (let far = 0; far <= signs.length && found < 0; far += 1) {
    if (fits(Number(start) + far)) found = Number(start) + far;
    else if (fits(Number(start) - far)) found = Number(start) - far;
  }
  if (found < 0) return;
  signs.splice(found, wanted.length, ...Array.from(after));
  area.value = signs.join("");
  button.disabled = true;
  button.closest(".wording-finding").querySelector(LINK).focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

async function copy(button) {
  const source = document.querySelector(button.dataset.wordingCopy);
  source.select();
  await navigator.clipboard?.writeText(source.value);
}

document.addEventListener("click", (event) => {
  const use = event.target.closest("[data-wording-use]");
  if (use) put(use);
  const taken = event.target.closest("[data-wording-copy]");
  if (taken) copy(taken);
});

function reveal() {
  if (field()) for (const one of document.querySelectorAll("[data-wording-use]")) one.hidden = false;
  for (const one of document.querySelectorAll("[data-wording-copy]")) one.hidden = false;
}
reveal();
// What the server sends later comes in by htmx, also from one page part to another.
new MutationObserver(reveal).observe(document.body, { childList: true, subtree: true });

// --- a text sent by the bookmark, in the part of the address no server sees
const form = document.querySelector("[data-wording-form]");
if (form && location.hash.startsWith("#text=")) {
  try {
    field().value = decodeURIComponent(location.hash.slice(6));
  } catch {
    field().value = "";
  }
  history.replaceState(null, "", location.pathname + location.search);
}
// A text that is there already, sent by the bookmark or a publishing system, is checked at once.
if (form && field().value && !document.querySelector("#wording-result")) {
  // htmx begins to listen when the page is ready.
  setTimeout(() => field().dispatchEvent(new Event("input", { bubbles: true })), 100);
}

// --- a file dropped anywhere on the form
if (form) {
  const upload = form.querySelector("[type=file]");
  for (const name of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      form.classList.toggle("wording-dropping", name === "dragover");
      if (name !== "drop") return;
      upload.files = event.dataTransfer.files;
      upload.focus(); // brings the file's name into view
    });
  }
}
