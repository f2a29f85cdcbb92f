// What the page does beyond being read: sort, filter, jump, and a card with the record of the figure pointed at.
// It only ever sets text and attributes; no string of an article is parsed as markup.
// It stands in the head, so that the style sheet knows of it before the first row is laid out.
document.documentElement.classList.add("live");
document.addEventListener("DOMContentLoaded", () => {
  "use strict";
  const STEP = 200; // rows shown at first, and more at each wish: what is not shown costs nothing to lay out
  const byId = (id) => document.getElementById(id);
  const table = byId("table"), body = table.tBodies[0], more = byId("more"), form = byId("filters");
  const collator = new Intl.Collator("zh");
  const rows = Array.from(body.rows, (element, place) => ({
    element, place, matches: true,
    text: element.textContent.toLowerCase(),
    confidence: Number(element.cells[9].textContent),
  }));
  let order = rows, limit = STEP;

  function show() {
    let matching = 0;
    for (const row of order) {
      if (row.matches) matching += 1;
      row.element.classList.toggle("on", row.matches && matching <= limit);
    }
    more.hidden = matching <= limit;
    byId("count").value = `${matching} / ${rows.length}`;
  }

  function filter() {
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const kind = byId("kind").value, modality = byId("modality").value, doc = byId("document").value;
    const confidence = Number(byId("confidence").value);
    for (const row of rows) {
      const data = row.element.dataset;
      row.matches = row.confidence >= confidence && (!kind || data.kind === kind)
        && (!modality || data.modality === modality)
        && (!doc || data.document === doc)
        && words.every((word) => row.text.includes(word));
    }
    limit = STEP;
    show();
  }

  function clear() {
    form.reset();
    filter();
  }

  // What a cell is sorted by: its data-size where it has one, else its words; what is empty comes last.
  function key(row, column, numeric) {
    const cell = row.element.cells[column];
    const text = cell.dataset.size ?? cell.textContent.trim();
    return text === "" ? null : numeric ? Number(text) : text;
  }

  function sort(header) {
    const column = header.cellIndex, numeric = header.dataset.sort === "number";
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keys = new Map(rows.map((row) => [row, key(row, column, numeric)]));
    order = [...rows].sort((one, other) => {
      const a = keys.get(one), b = keys.get(other);
      if (a === null || b === null) return (a === null) - (b === null) || one.place - other.place;
      const difference = numeric ? a - b : collator.compare(a, b);
      return (down ? -difference : difference) || one.place - other.place;
    });
    body.append(...order.map((row) => row.element));
    show();
  }

  // A link to a row has to work whatever the filters hide.
  function reveal() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const row = rows.find((candidate) => candidate.element === target);
    if (row && !target.classList.contains("on")) {
      if (!row.matches) {
        clear();
      }
      limit = Math.max(limit, order.filter((candidate) => candidate.matches).indexOf(row) + 1);
      show();
    }
    for (let element = target; element; element = element.parentElement) {
      if (element.localName === "details") element.open = true;
    }
    target.scrollIntoView({ block: "center" });
    const focus = row ? target.querySelector("a") : target.localName === "a" ? target : null;
    if (focus) focus.focus({ preventScroll: true });
  }

  const cards = JSON.parse(byId("cards").textContent), headings = JSON.parse(byId("cards").dataset.headings);
  const card = byId("card");
  let shown = null;

  function open(link) {
    if (shown === link) return;
    close();
    shown = link;
    if (link.title) { // the browser's own hint would lie over the card
      link.dataset.title = link.title;
      link.removeAttribute("title");
    }
    const list = document.createElement("dl");
    cards[Number(link.dataset.claim) - 1].forEach((value, place) => {
      if (!value) return;
      const term = document.createElement("dt"), text = document.createElement("dd");
      term.textContent = headings[place];
      text.textContent = value;
      list.append(term, text);
    });
    card.replaceChildren(list);
    card.hidden = false;
    link.setAttribute("aria-describedby", "card");
    place();
  }

  function place() {
    if (!shown) return;
    const at = shown.getBoundingClientRect(), size = card.getBoundingClientRect();
    if (at.bottom < 0 || at.top > innerHeight) {
      close();
      return;
    }
    const below = at.bottom + 8 + size.height < innerHeight;
    card.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - 8 - size.height)}px`;
    card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 16))}px`;
  }

  function close() {
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    if (shown.dataset.title) shown.title = shown.dataset.title;
    shown = null;
    card.hidden = true;
  }

  const claimOf = (event) => event.target instanceof Element && event.target.closest("a.claim[data-claim]");
  for (const start of ["pointerover", "focusin"]) {
    document.addEventListener(start, (event) => {
      const link = claimOf(event);
      if (link) open(link);
      // What is focused keeps its card while the page scrolls away under a pointer at rest.
      else if (start === "focusin" || (shown !== document.activeElement && !card.contains(event.target))) close();
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  addEventListener("scroll", place, { passive: true });

  for (const header of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sort(header));
    header.append(button);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  byId("clear").addEventListener("click", clear);
  more.addEventListener("click", () => { limit += STEP; show(); });
  // On paper everything that matches is wanted, not just what has been scrolled to.
  addEventListener("beforeprint", () => { limit = Infinity; show(); });
  addEventListener("afterprint", () => { limit = STEP; show(); });
  addEventListener("hashchange", reveal);
  form.hidden = false;
  show();
  if (location.hash) reveal();
});
