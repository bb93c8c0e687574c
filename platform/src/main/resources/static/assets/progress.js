// Shows how far analyses are as it changes; without it, a reload does.
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

const followed = new WeakSet();

const follow = (element) => {
  const captures = element.dataset.live;
  if (!captures || followed.has(element)) return;
  followed.add(element);
  const source = new EventSource("/captures/progress?of=" + encodeURIComponent(captures));
  const again = () => {
    source.close();
    refresh(element);
  };
  source.addEventListener("progress", (event) => {
    const news = JSON.parse(event.data);
    const place = document.querySelector(`[data-progress="${CSS.escape(news.capture)}"]`);
    if (place) {
      place.querySelector("progress").value = news.percent;
      if (news.step) place.querySelector("[data-step]").textContent = news.step;
    }
    if (["done", "failed", "cancelled"].includes(news.state)) again();
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
