// What a page is asked by the tests. Evaluated in the page; returns plain data.
(() => {
  const settle = (parts, under) => {
    const alpha = parts[3] ?? 1;
    return [0, 1, 2].map((at) => parts[at] * alpha + under[at] * (1 - alpha)).concat(1);
  };
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const parse = (colour) => {
    if (known.has(colour)) return known.get(colour);
    let parts;
    const found = colour.match(/^rgba?\(([^)]+)\)$/);
    if (found) {
      parts = found[1].split(/[\s,/]+/).filter(Boolean).map(Number);
      if (parts.length === 3) parts.push(1);
    } else {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      parts = [r, g, b, a / 255];
    }
    known.set(colour, parts);
    return parts;
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one, other) => {
    const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
    return (more + 0.05) / (less + 0.05);
  };
  const isDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
  const canvasColour = () => (isDark() ? [18, 18, 18, 1] : [255, 255, 255, 1]);

  function background(element) {
    const layers = [];
    for (let node = element; node; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (style.backgroundImage !== "none") return null;
      const parts = parse(style.backgroundColor);
      if (parts[3] > 0) layers.push(parts);
      if (parts[3] === 1) break;
    }
    return layers.reverse().reduce((under, layer) => settle(layer, under), canvasColour());
  }

  // Under text in a drawing lies the last shape painted at its middle.
  function behindDrawing(element, box) {
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    const svg = element.closest("svg");
    const shapes = [...svg.querySelectorAll("rect, circle, polygon, path")].filter((shape) => {
      if (!(shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
      const area = shape.getBoundingClientRect();
      return area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
    });
    let under = background(svg.parentElement);
    for (const shape of shapes) {
      const style = getComputedStyle(shape);
      if (style.fill === "none") continue;
      const parts = parse(style.fill);
      const alpha = (parts[3] ?? 1) * Number(style.fillOpacity);
      under = settle([...parts.slice(0, 3), alpha], under);
    }
    return under;
  }

  const opacity = (element) => {
    let whole = 1;
    for (let node = element; node; node = node.parentElement) {
      whole *= Number(getComputedStyle(node).opacity);
    }
    return whole;
  };

  function judge(element, text, box, faults) {
    const style = getComputedStyle(element);
    const inDrawing = element instanceof SVGElement;
    const under = inDrawing ? behindDrawing(element, box) : background(element);
    const words = text.trim().slice(0, 40);
    if (!under) {
      faults.push(`"${words}" stands on a picture: its contrast cannot be known`);
      return;
    }
    const ink = parse(inDrawing ? style.fill : style.color);
    const seen = settle([...ink.slice(0, 3), (ink[3] ?? 1) * opacity(element)], under);
    const drawn = inDrawing ? (element.closest("svg").getBoundingClientRect().width || 1) /
      (element.closest("svg").viewBox.baseVal.width || 1) : 1;
    const size = parseFloat(style.fontSize) * drawn;
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = contrast(seen, under);
    if (ratio + 0.01 < (isLarge ? 3 : 4.5)) {
      const where = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
      faults.push(`"${words}" (${where}) has contrast ${ratio.toFixed(2)}`);
    }
  }

  const isHidden = (element, box) =>
    box.width <= 1.5 ||
    box.height <= 1.5 ||
    !element.checkVisibility({ visibilityProperty: true }) ||
    element.closest(".govuk-visually-hidden, .govuk-skip-link:not(:focus), [disabled]") ||
    element.closest("svg title, svg desc, script, style, noscript");

  function contrastFaults() {
    const faults = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.textContent.trim()) continue;
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (!isHidden(node.parentElement, box)) {
        judge(node.parentElement, node.textContent, box, faults);
      }
    }
    for (const control of document.querySelectorAll("input, textarea, select")) {
      const box = control.getBoundingClientRect();
      const isTyped = !["hidden", "checkbox", "radio", "file"].includes(control.type);
      if (isTyped && !isHidden(control, box)) judge(control, control.name, box, faults);
    }
    return [...new Set(faults)];
  }

  function overflow() {
    const root = document.documentElement;
    const extra = root.scrollWidth - root.clientWidth;
    if (extra <= 0) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) =>
        element.getBoundingClientRect().right > root.clientWidth + 0.5 &&
        !element.closest(".aukio-scroll") && !element.closest("svg"),
    );
    const names = wide.slice(0, 3).map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
    return [`${extra} px wider than the screen: ${names.join(", ")}`];
  }

  function openAll() {
    for (const one of document.querySelectorAll("details")) one.open = true;
  }

  function look(element) {
    const style = getComputedStyle(element);
    const names = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "backgroundColor"];
    return names.map((name) => style[name]).join("|");
  }

  // Everything at this width: as it is, then with all details open.
  function faults() {
    const closed = overflow();
    openAll();
    const open = overflow().map((fault) => `with all details open: ${fault}`);
    return [...closed, ...open, ...contrastFaults()];
  }

  window.aukioProbes = { contrastFaults, faults, look };
})();
