// Finds endpoints and tries them; the page reads without it.
"use strict";

const tools = document.getElementById("api-tools");
const filter = document.getElementById("api-filter");
const token = document.getElementById("api-token");
const operations = [...document.querySelectorAll(".api-operation")];
tools.hidden = false;
tools.addEventListener("submit", (event) => event.preventDefault());

filter.addEventListener("input", () => {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const operation of operations) {
    const text = operation.dataset.words.toLowerCase();
    operation.hidden = !words.every((word) => text.includes(word));
  }
  for (const group of document.querySelectorAll(".api-group")) {
    group.hidden = !group.querySelector(".api-operation:not([hidden])");
  }
  document.getElementById("api-none").hidden = operations.some((operation) => !operation.hidden);
});

// A link to an endpoint opens it.
const openLinked = () => {
  const linked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (linked && linked.matches("details")) {
    linked.open = true;
    linked.scrollIntoView();
  }
};
window.addEventListener("hashchange", openLinked);
openLinked();

const request = (form) => {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  const headers = new Headers();
  for (const input of form.querySelectorAll("[data-place]")) {
    if (!input.value) continue;
    if (input.dataset.place === "path") path = path.replace("{" + input.name + "}", encodeURIComponent(input.value));
    else if (input.dataset.place === "query") query.append(input.name, input.value);
    else headers.set(input.name, input.value);
  }
  const body = form.querySelector("[data-body]");
  if (body) headers.set("Content-Type", form.dataset.type);
  if (token.value) headers.set("Authorization", "Bearer " + token.value.trim());
  else headers.set("X-XSRF-TOKEN", tools.querySelector("input[name=_csrf]").value);
  const url = path + (query.size ? "?" + query : "");
  return new Request(url, { method: form.dataset.method, headers, body: body ? body.value : undefined, cache: "no-store" });
};

const readable = async (response) => {
  const type = response.headers.get("Content-Type") || "";
  const text = type.includes("json") || type.startsWith("text/") ? await response.text() : "";
  if (!text) return type ? "(" + type + ")" : "(no body)";
  return type.includes("json") ? JSON.stringify(JSON.parse(text), null, 2) : text;
};

const line = (name, className, text) => {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
};

for (const form of document.querySelectorAll(".api-try")) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const result = form.querySelector(".api-result");
    const started = performance.now();
    try {
      const response = await fetch(request(form));
      const took = Math.round(performance.now() - started);
      const left = response.headers.get("X-RateLimit-Remaining");
      const notes = [response.status + " " + response.statusText, took + " ms"];
      if (left) notes.push(left + " requests left");
      result.replaceChildren(
        line("p", response.ok ? "api-status text-green" : "api-status text-red", notes.join(" · ")),
        line("pre", "api-code", await readable(response)),
      );
    } catch (failure) {
      result.replaceChildren(line("p", "api-status text-red", "No answer: " + failure.message));
    }
  });
}
