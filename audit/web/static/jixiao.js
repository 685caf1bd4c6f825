// What makes the pages quicker under the hands; each of them reads and works without it.
"use strict";

const narrow = window.matchMedia("(max-width: 1000px)");
let clicked = "";

const rows = () => [...document.querySelectorAll("tr[data-row]")];

// The cell that is lit comes into view inside its pane, and so does the row it belongs to.
function show() {
  const pane = document.querySelector("[data-pane]");
  const lit = pane && pane.querySelector("[data-lit]");
  if (lit) {
    const where = lit.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    pane.scrollBy({
      top: where.top - frame.top - Math.max(40, (frame.height - where.height) / 3),
      left: Math.min(0, where.left - frame.left - 40) || Math.max(0, where.right - frame.right + 40),
    });
  }
  const row = document.querySelector("tr[data-row][aria-current]");
  if (!narrow.matches) {
    if (row) row.scrollIntoView({ block: "nearest" });
  } else if (clicked === "figure" && lit) {
    pane.scrollIntoView({ block: "start" });
  } else if (clicked === "cell" && row) {
    row.scrollIntoView({ block: "center" });
  }
}

// Where table and source stand one below the other, a click leads from the one to the other.
document.addEventListener("click", (event) => {
  clicked = event.target.closest(".figure") ? "figure" : event.target.closest("[data-pane] a") ? "cell" : "";
});

// All of a cell leads where its words do; marking some of them to copy does not.
document.addEventListener("click", (event) => {
  const cell = event.target.closest("[data-pane] td");
  const link = cell && !event.target.closest("a") && cell.querySelector("a");
  if (link && window.getSelection().isCollapsed) link.click();
});

function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((row) => row.hasAttribute("aria-current"));
  const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
  all.forEach((row) => row.removeAttribute("aria-current"));
  next.setAttribute("aria-current", "true");
  const link = next.querySelector("a.main") || next.querySelector("a");
  if (link) link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function open() {
  const row = document.querySelector("tr[data-row][aria-current]");
  const link = row && (row.querySelector("a.main") || row.querySelector("a"));
  if (link) link.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const inside = event.target.closest("input, select, textarea, dialog[open]");
  if (event.key === "Escape" && inside && inside.matches("input")) inside.blur();
  if (inside) return;
  const keys = document.getElementById("keys");
  if (event.key === "/") document.getElementById("search").focus();
  else if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") keys.showModal();
  else if (event.key === "Enter" && !event.target.closest("a, button, summary")) open();
  else return;
  event.preventDefault();
});

// A selection that changes the page by itself needs no button.
document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-submit]")) event.target.form.requestSubmit();
});

document.addEventListener("DOMContentLoaded", show);
document.addEventListener("htmx:afterSettle", () => {
  show();
  // What was clicked was drawn anew: whoever goes on by keyboard goes on from there.
  const next = clicked === "figure" ? document.querySelector(".figure[aria-current]")
    : clicked === "cell" && document.querySelector("tr[data-row][aria-current] a");
  if (next) next.focus({ preventScroll: true });
});
