"use strict";
const said = document.getElementById("said");

// Tables are sorted by their column heads.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const numeric = head.classList.contains("n");
      const before = head.getAttribute("aria-sort");
      const up = before ? before === "descending" : !numeric;
      for (const other of table.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const value = (row) => {
        const cell = row.cells[column];
        return cell.dataset.value !== undefined ? BigInt(cell.dataset.value) : cell.textContent.trim();
      };
      const compare = (a, b) => {
        const x = value(a), y = value(b);
        const order = typeof x === "bigint" && typeof y === "bigint"
          ? (x < y ? -1 : x > y ? 1 : 0)
          : String(x).localeCompare(String(y), "en", { numeric: true });
        return up ? order : -order;
      };
      body.append(...[...body.rows].sort(compare));
    });
  });
}

// Rows that do not hold the words searched for are hidden.
for (const input of document.querySelectorAll("input[data-filter]")) {
  const rows = [...document.getElementById(input.dataset.filter).tBodies[0].rows];
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) left++;
    }
    said.textContent = left + " of " + rows.length + " rows";
  });
}

// Alerts are shown by severity.
for (const chip of document.querySelectorAll("button[data-severity]")) {
  chip.addEventListener("click", () => {
    const show = chip.getAttribute("aria-pressed") !== "true";
    chip.setAttribute("aria-pressed", String(show));
    for (const alert of document.querySelectorAll("article.alert")) {
      if (alert.dataset.severity === chip.dataset.severity) alert.hidden = !show;
    }
  });
}

// Filters and commands are copied.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", async () => {
    const code = button.parentElement.querySelector("code");
    let done = false;
    try {
      await navigator.clipboard.writeText(code.textContent);
      done = true;
    } catch {
      getSelection().selectAllChildren(code);
      done = document.execCommand("copy");
    }
    button.textContent = done ? "Copied" : "Press Ctrl+C";
    said.textContent = button.textContent;
    setTimeout(() => { button.textContent = "Copy"; }, 1600);
  });
}

// Paper can't be clicked, and Chromium repeats heads of tables without their buttons.
let buttons = [];
addEventListener("beforeprint", () => {
  buttons = [...document.querySelectorAll("thead button")].map((button) => [button.parentElement, button]);
  for (const [head, button] of buttons) head.textContent = button.textContent;
});
addEventListener("afterprint", () => {
  for (const [head, button] of buttons) head.replaceChildren(button);
});
