// Shows how far jobs are as it changes; without it, a reload does.
"use strict";

const refresh = (element) => {
  if (!element.isConnected) return;
  if (!element.id) {
    location.reload();
    return;
  }
  const select = "#" + element.id;
  htmx.ajax("GET", location.href, { target: element, select, swap: "outerHTML" });
};

const show = (place, news) => {
  const parts = ["progress", "[data-percent]", "[data-step]"];
  const [bar, percent, step] = parts.map((part) => place.querySelector(part));
  if (bar) bar.value = news.percent;
  if (percent) percent.textContent = news.percent + "%";
  if (step && news.step) step.textContent = news.step;
};

const followed = new WeakSet();

const follow = (element) => {
  const address = element.dataset.live;
  if (!address || followed.has(element)) return;
  followed.add(element);
  const source = new EventSource(address);
  const again = () => {
    source.close();
    refresh(element);
  };
  source.addEventListener("progress", (event) => {
    if (!element.isConnected) {
      source.close();
      return;
    }
    const news = JSON.parse(event.data);
    const place = document.querySelector(`[data-progress="${CSS.escape(news.of)}"]`);
    const states = [place?.dataset.state ?? news.state, news.state];
    if (states[0] !== states[1] || ["done", "failed", "cancelled"].includes(news.state)) {
      again();
    } else if (place) {
      show(place, news);
    }
  });
  // 204: nothing goes on any more, or too many are listening.
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(again, 5000);
  });
};

const followAll = (within) => {
  if (within.matches?.("[data-live]")) follow(within);
  within.querySelectorAll("[data-live]").forEach(follow);
};
followAll(document);
document.addEventListener("htmx:load", (event) => followAll(event.detail.elt));
