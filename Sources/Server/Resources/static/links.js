// Pairs and deals by keyboard. Without it every form works by itself.
"use strict";
const pairs = [...document.querySelectorAll(".link-pair")];
let current = 0;

function show(index) {
  if (!pairs.length) return;
  current = Math.min(Math.max(index, 0), pairs.length - 1);
  pairs.forEach((pair, at) => pair.classList.toggle("current", at === current));
  pairs[current].scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape" && typing) typing.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const press = (selector, within) => { const button = within && within.querySelector(selector); if (button) button.click(); };
  const keys = {
    j: () => show(current + 1), k: () => show(current - 1), s: () => press("button[value=same]", pairs[current]),
    d: () => press("button[value=different]", pairs[current]), x: () => press("button[value=split]", pairs[current]),
    u: () => press("button[value=undo]", document),
    m: () => { const field = document.querySelector("input[name=other]"); if (field) field.focus(); },
  };
  const act = keys[event.key];
  if (act) { event.preventDefault(); act(); }
});

pairs.forEach((pair, at) => pair.addEventListener("focusin", () => { if (at !== current) show(at); }));
show(0);
