// The review desk by keyboard and selection. Without it every form works by itself.
"use strict";
const records = [...document.querySelectorAll(".review-record")];
let current = Math.max(0, records.findIndex((record) => "#" + record.id === location.hash));
const text = document.querySelector(".review-text");

function show(index) {
  if (!records.length) return;
  current = Math.min(Math.max(index, 0), records.length - 1);
  records.forEach((record, at) => record.classList.toggle("current", at === current));
  records[current].scrollIntoView({ block: "nearest" });
  const wanted = new Set([...records[current].querySelectorAll("a.mark-link")].map((link) => link.hash.slice(1)));
  text.querySelectorAll(".cited").forEach((mark) => mark.classList.toggle("of-current", wanted.has(mark.id)));
}

// The code point at which a selection begins: characters before it in its paragraph, and where that begins.
function place(range) {
  const paragraph = range.startContainer.parentElement.closest("p[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return Number(paragraph.dataset.start) + [...before.toString()].length;
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const chosen = selection.toString();
  const start = place(selection.getRangeAt(0));
  const form = records[current] && records[current].querySelector("form.set");
  if (start === null || !form || !chosen.trim()) return;
  const skipped = chosen.length - chosen.trimStart().length;
  form.elements.words.value = chosen.trim();
  form.elements.start.value = String(start + [...chosen.slice(0, skipped)].length);
  if (!form.elements.value.dataset.typed) form.elements.value.value = chosen.trim();
});

document.addEventListener("input", (event) => {
  if (event.target.name === "value") event.target.dataset.typed = "yes";
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape" && typing) typing.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !records.length) return;
  const record = records[current];
  const press = (selector) => { const button = record.querySelector(selector); if (button) button.click(); };
  const focus = (selector) => { const field = record.querySelector(selector); if (field) field.focus(); };
  const keys = {
    j: () => show(current + 1), k: () => show(current - 1), a: () => press("button[value=accept].whole"),
    r: () => focus("input[name=reason]"), e: () => focus("select[name=place]"), u: () => press("button[value=undo]"),
  };
  const act = keys[event.key];
  if (act) { event.preventDefault(); act(); }
});

records.forEach((record, at) => record.addEventListener("focusin", () => { if (at !== current) show(at); }));
show(current);
