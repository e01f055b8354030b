// A record keeps every word: each change goes to this device at once and to the server as soon
// as there is a network. A dead network, a closed tab or an ended session takes nothing away.
// What others wrote meanwhile is never overwritten: the server keeps both, and the page says so.
const WAIT = 1200; // milliseconds from the last key to sending
const RETRY = 5000;
const LOOK = 20000; // how often the page looks for what others wrote
const LONGEST_LATE = 60000; // characters a browser sends from a page that is closing

const form = document.querySelector("form[data-sheet]");

function clock(time) {
  return `${time.getHours()}.${String(time.getMinutes()).padStart(2, "0")}`;
}

function start() {
  const session = crypto.getRandomValues(new Uint32Array(4)).join("-").slice(0, 40);
  const areas = new Map();
  for (const area of form.querySelectorAll("textarea[data-field]")) {
    areas.set(area.dataset.field, area);
  }
  const fields = new Map(); // code → {base, mine, dirty, busy, timer}
  const told = { device: null, server: null, trouble: "" };

  const key = (code) => `aukio-record:${form.dataset.sheet}:${code}`;

  function keptOf(code) {
    try {
      return JSON.parse(localStorage.getItem(key(code)));
    } catch {
      return null;
    }
  }

  function keepHere(code) {
    const field = fields.get(code);
    const kept = {
      text: areas.get(code).value,
      base: field.base,
      mine: field.mine,
      unsent: field.dirty,
      at: Date.now(),
    };
    try {
      localStorage.setItem(key(code), JSON.stringify(kept));
      told.device = new Date();
      told.full = false;
    } catch {
      told.full = true;
    }
  }

  function tell() {
    const line = form.querySelector("[data-status]");
    const parts = [];
    if (told.full) parts.push(form.dataset.saidFull);
    else if (told.device) parts.push(form.dataset.saidDevice.replace("{time}", clock(told.device)));
    if (told.server) parts.push(form.dataset.saidServer.replace("{time}", told.server));
    line.textContent = parts.join(" ");
    const trouble = form.querySelector("[data-trouble]");
    if (trouble.textContent !== told.trouble) trouble.textContent = told.trouble;
  }

  function showOthers(code, heads, own) {
    const place = form.querySelector(`[data-others="${code}"]`);
    if (!place) return;
    const others = heads.filter((head) => head.id !== own);
    place.replaceChildren();
    place.hidden = others.length === 0;
    if (!others.length) return;
    const say = document.createElement("p");
    say.className = "govuk-body govuk-!-font-weight-bold";
    say.textContent = form.dataset.saidOthers;
    place.append(say);
    for (const head of others) {
      const who = document.createElement("p");
      who.className = "aukio-note govuk-!-margin-bottom-1";
      who.textContent = [head.writer, head.at].filter(Boolean).join(", ");
      const text = document.createElement("div");
      text.className = "recording-text";
      text.textContent = head.text;
      place.append(who, text);
    }
    const go = document.createElement("a");
    go.className = "govuk-link";
    go.href = place.dataset.settle;
    go.textContent = form.dataset.saidSettle;
    const last = document.createElement("p");
    last.className = "govuk-body";
    last.append(go);
    place.append(last);
  }

  function body(code) {
    const field = fields.get(code);
    const sent = new FormData();
    sent.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    sent.set("field", code);
    sent.set("text", areas.get(code).value);
    sent.set("base", field.base ?? "");
    sent.set("session", session);
    sent.set("mine", field.mine.join(","));
    return sent;
  }

  function later(code, wait) {
    const field = fields.get(code);
    clearTimeout(field.timer);
    field.timer = setTimeout(() => push(code), wait);
  }

  async function push(code) {
    const field = fields.get(code);
    if (!field.dirty || field.busy) return;
    field.busy = true;
    const text = areas.get(code).value;
    if (!field.mine.includes(session)) field.mine.push(session);
    keepHere(code);
    let wait = RETRY;
    try {
      const answer = await fetch(form.dataset.save, {
        method: "POST",
        body: body(code),
        credentials: "same-origin",
        redirect: "error",
      });
      if (answer.ok) {
        wait = accept(code, text, await answer.json());
      } else {
        told.trouble = await said(answer);
      }
    } catch {
      told.trouble = form.dataset.saidOffline;
    }
    field.busy = false;
    tell();
    if (field.dirty) later(code, wait);
  }

  function accept(code, text, answer) {
    const field = fields.get(code);
    field.base = answer.entry;
    field.mine = [session];
    field.dirty = areas.get(code).value !== text;
    keepHere(code);
    told.server = answer.at;
    told.trouble = "";
    showOthers(code, answer.heads, answer.entry);
    return WAIT;
  }

  async function said(answer) {
    try {
      return (await answer.json()).said;
    } catch {
      return answer.status === 403 ? form.dataset.saidSession : form.dataset.saidClosed;
    }
  }

  function pushAll() {
    for (const code of areas.keys()) push(code);
  }

  function typed(code) {
    const field = fields.get(code);
    field.dirty = true;
    keepHere(code);
    tell();
    later(code, WAIT);
  }

  // The server's text, unless this device holds words that it has not got yet.
  function take(code, heads) {
    const area = areas.get(code);
    const field = fields.get(code);
    const own = heads.find((head) => head.id === field.base) ?? heads.at(-1);
    if (!field.dirty && own && document.activeElement !== area && area.value !== own.text) {
      area.value = own.text;
    }
    if (!field.dirty && own && area.value === own.text) field.base = own.id;
    showOthers(code, heads, own?.id);
  }

  async function look() {
    try {
      const answer = await fetch(form.dataset.state, { cache: "no-store", redirect: "error" });
      if (!answer.ok) return;
      const now = await answer.json();
      for (const code of areas.keys()) take(code, now.fields[code] ?? []);
    } catch {
      /* no network: what is on the device is enough */
    }
  }

  for (const [code, area] of areas) {
    const kept = keptOf(code);
    const base = area.dataset.base ? Number(area.dataset.base) : null;
    const unsent = kept?.unsent && kept.text !== area.defaultValue;
    fields.set(code, {
      base: unsent ? kept.base : base,
      mine: unsent ? kept.mine : [],
      dirty: Boolean(unsent),
      busy: false,
      timer: 0,
    });
    area.value = unsent ? kept.text : area.defaultValue;
    if (unsent) told.device = new Date(kept.at);
    if (kept && !unsent) localStorage.removeItem(key(code));
    area.addEventListener("input", () => typed(code));
    area.addEventListener("blur", () => push(code));
  }
  tell();
  look().then(pushAll);
  setInterval(() => document.visibilityState === "visible" && look(), LOOK);
  addEventListener("online", pushAll);
  document.addEventListener("visibilitychange", pushAll);
  addEventListener("pageshow", (event) => event.persisted && look().then(pushAll));
  addEventListener("pagehide", () => {
    for (const [code, area] of areas) {
      if (!fields.get(code).dirty || area.value.length > LONGEST_LATE) continue;
      fetch(form.dataset.save, { method: "POST", body: body(code), keepalive: true }).catch(() => {});
    }
  });
}

if (form) start();
