// Comforts; every page works without them.
"use strict";

// The theme button.
const theme = document.getElementById("theme");
if (theme) {
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    localStorage.setItem("theme", next);
    root.setAttribute("data-bs-theme", next);
  });
}

// Times in the viewer's zone; UTC stays in the title.
const zoned = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const localise = (within) => {
  for (const time of within.querySelectorAll("time[datetime]")) {
    time.textContent = zoned.format(new Date(time.dateTime));
  }
};
localise(document);
document.addEventListener("htmx:load", (event) => localise(event.detail.elt));

// Menus close on a click elsewhere and on Escape.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (menu !== except) menu.open = false;
  }
};
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.menu[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// The search over everything: / and Ctrl+K lead there, arrows through what it found.
const searchBox = () => [...document.querySelectorAll("input[data-search]")].find((box) => box.checkVisibility());
const isTyping = (at) => at.closest("input, textarea, select, [contenteditable]") !== null;
document.addEventListener("keydown", (event) => {
  const called =
    (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target) &&
      !document.querySelector("[data-slash]")) || // a field of the page's own goes first
    (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey);
  if (!called || event.defaultPrevented) return;
  event.preventDefault();
  const box = searchBox();
  if (box) box.select();
  else window.location.assign("/search");
});
for (const box of document.querySelectorAll("input[data-search]")) {
  const within = box.closest("[data-find]") ?? box.closest("main");
  within.addEventListener("keydown", (event) => {
    if (event.key.length === 1) event.stopPropagation(); // no shortcut of the page's
    const hits = within.querySelector(".find-hits");
    if (event.key === "Escape" && hits) {
      box.value = "";
      hits.replaceChildren();
      document.activeElement.blur();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [box, ...within.querySelectorAll(".found-hit, .found-more")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[(at + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length].focus();
  });
}

// What can be copied is, with one click.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = "Copied";
  });
}

// Before what can't be undone.
for (const form of document.querySelectorAll("form[data-confirm]")) {
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.confirm)) event.preventDefault();
  });
}

// A form is sent once, however often its button is clicked; again when the page is still here later.
const sent = new WeakMap();
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  const now = performance.now();
  if (now - (sent.get(event.target) ?? -Infinity) < 10_000) event.preventDefault();
  else sent.set(event.target, now);
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) sent.delete(form);
});
