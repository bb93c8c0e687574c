// Before the first paint: the theme that was chosen here, else the system's.
(function () {
  "use strict";
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function show() {
    var chosen = localStorage.getItem("theme");
    var theme = chosen || (dark.matches ? "dark" : "light");
    document.documentElement.setAttribute("data-bs-theme", theme);
  }
  dark.addEventListener("change", show);
  show();
})();
