// Triage by keyboard; all of it can be done with the forms too.
"use strict";

(() => {
  const dialog = document.getElementById("alert-dialog");
  const form = document.getElementById("alert-form");
  const rows = [...document.querySelectorAll(".alert-row")];
  const picks = rows.map((row) => row.querySelector(".alert-pick"));
  const address = new URLSearchParams(location.search);
  const place = "alerts-at " + (address.get("q") ?? "") + " " + (address.get("after") ?? "");
  let at = -1;

  const show = (index) => {
    if (rows.length === 0) return;
    rows[at]?.removeAttribute("data-current");
    at = Math.max(0, Math.min(rows.length - 1, index));
    rows[at].setAttribute("data-current", "");
    rows[at].scrollIntoView({ block: "nearest" });
    rows[at].querySelector("a.alert-sentence").focus({ preventScroll: true });
    sessionStorage.setItem(place, String(at));
  };

  const all = document.getElementById("alert-all");
  const chosen = document.getElementById("alert-chosen");
  const count = () => {
    const number = picks.filter((pick) => pick?.checked).length;
    if (chosen) chosen.textContent = number === 0 ? "Choose alerts, then" : number + " chosen";
    if (all) {
      all.checked = number > 0 && number === picks.length;
      all.indeterminate = number > 0 && number < picks.length;
    }
  };
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const pick of picks) if (pick) pick.checked = all.checked;
      count();
    });
  }
  for (const pick of picks) pick?.addEventListener("change", count);
  count();

  // Does what the button of this value does: to what is chosen, else to the current alert.
  const act = (value) => {
    const button = form?.querySelector(`button[value="${value}"]`);
    if (!button) return;
    if (!("single" in form.dataset) && !picks.some((pick) => pick?.checked)) {
      if (at < 0) return;
      picks[at].checked = true;
    }
    form.requestSubmit(button);
  };

  const toggle = (pick) => {
    if (pick) pick.checked = !pick.checked;
    count();
  };

  const open = (hash) => {
    const link = rows[at]?.querySelector("a.alert-sentence");
    if (link) location.href = link.href + hash;
  };

  const comment = () => {
    const field = document.getElementById("comment-new");
    if (field) {
      field.scrollIntoView({ block: "center" });
      field.focus();
    } else {
      open("#comment-new");
    }
  };

  const help = () => (dialog.open ? dialog.close() : dialog.showModal());
  const next = () => document.getElementById("alert-next")?.click();
  const search = () => document.getElementById("alert-q")?.focus();

  const keys = {
    j: () => show(at + 1),
    k: () => show(at - 1),
    o: () => open(""),
    x: () => toggle(picks[at]),
    X: () => all?.click(),
    a: () => act("archive"),
    t: () => act("archive:true-positive"),
    b: () => act("archive:benign"),
    f: () => act("archive:false-positive"),
    e: () => act("escalate"),
    p: () => act("start"),
    r: () => act("reopen"),
    m: () => act("assign-me"),
    c: comment,
    u: () => document.getElementById("alert-undo")?.requestSubmit(),
    n: next,
    "/": search,
    "?": help,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (field || (dialog?.open && event.key !== "?")) return;
    const action = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  });

  const button = document.getElementById("alert-keys");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", help);
  }
  if (location.hash === "#comment-new") comment();

  // After a change the list is shorter: go on where one was.
  const before = sessionStorage.getItem(place);
  if (before !== null && rows.length > 0 && address.has("done")) show(Number(before));
})();
