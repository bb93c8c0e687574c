// Pictures of flows that can be pulled at, and completion of filters. Pages say the same without it.
"use strict";

(() => {
  const style = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();
  const ink = () => style(document.body, "--tblr-secondary") || "#667382";
  const colour = (series) => {
    const probe = document.createElement("span");
    probe.className = "swatch series-" + series;
    document.body.append(probe);
    const found = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return found;
  };
  const amount = (bytes) => {
    const units = ["B", "kB", "MB", "GB", "TB"];
    let unit = 0;
    while (bytes >= 999.5 && unit < units.length - 1) {
      bytes /= 1000;
      unit++;
    }
    return (unit === 0 || bytes >= 99.95 ? bytes.toFixed(0) : bytes.toFixed(1)) + " " + units[unit];
  };

  // A chart that is drawn again when its place or the theme changes.
  const charts = [];
  const draw = (place, options, ready) => {
    const make = () => {
      const chart = echarts.init(place, null, { renderer: "canvas" });
      chart.setOption(options());
      ready(chart);
      return chart;
    };
    const entry = { chart: make(), make };
    charts.push(entry);
    new ResizeObserver(() => entry.chart.resize()).observe(place);
  };
  new MutationObserver(() => {
    for (const entry of charts) {
      entry.chart.dispose();
      entry.chart = entry.make();
    }
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });

  const utc = (ms, precise) => {
    const text = new Date(ms).toISOString();
    return precise ? text.slice(0, 23).replace("T", " ") : text.slice(11, 19);
  };

  // The time line: drag over a time to look at it.
  const timeline = (figure) => {
    const data = JSON.parse(figure.dataset.timeline);
    const place = figure.querySelector(".timeline-picture");
    place.hidden = false;
    figure.querySelector(".timeline-bars").remove();
    figure.querySelector(".timeline-hint").hidden = false;
    const slots = data.series.length ? data.series[0].bytes.length : 0;
    const at = (slot) => data.start + slot * data.step;
    const options = () => ({
      animation: false,
      grid: { left: 60, right: 12, top: 8, bottom: 24 },
      textStyle: { color: ink(), fontFamily: style(document.body, "font-family") },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        axisPointer: { type: "shadow" },
        formatter: (items) =>
          utc(at(items[0].dataIndex), true) + " UTC\n" +
          items.filter((item) => item.value > 0)
            .map((item) => item.marker + item.seriesName + "  " + amount(item.value) + ", " +
              data.series[item.seriesIndex].flows[item.dataIndex].toLocaleString("en") + " new flows")
            .join("\n"),
      },
      xAxis: {
        type: "category",
        data: Array.from({ length: slots }, (_, slot) => utc(at(slot), false)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink() } },
        axisLabel: { color: ink() },
      },
      yAxis: {
        type: "value",
        axisLabel: { color: ink(), formatter: (bytes) => amount(bytes).replace(".0 ", " ") },
        splitLine: { lineStyle: { color: "rgba(128,128,128,0.2)" } },
      },
      brush: {
        xAxisIndex: 0,
        brushType: "lineX",
        brushStyle: { color: "rgba(6,111,209,0.18)", borderColor: "rgb(6,111,209)", borderWidth: 1 },
        outOfBrush: { colorAlpha: 0.4 },
        throttleType: "debounce",
        throttleDelay: 50,
      },
      toolbox: { show: false },
      series: data.series.map((series, index) => ({
        name: series.protocol,
        type: "bar",
        stack: "bytes",
        barCategoryGap: "8%",
        itemStyle: { color: colour(index) },
        data: series.bytes,
      })),
    });
    draw(place, options, (chart) => {
      chart.dispatchAction({
        type: "takeGlobalCursor",
        key: "brush",
        brushOption: { brushType: "lineX", brushMode: "single" },
      });
      chart.on("brushEnd", (event) => {
        const area = event.areas[0];
        if (!area) return;
        const first = Math.max(0, Math.min(...area.coordRange));
        const last = Math.min(slots - 1, Math.max(...area.coordRange));
        const iso = (ms) => new Date(ms).toISOString();
        const window = "end >= " + iso(Math.floor(at(first))) + " and start < " + iso(Math.ceil(at(last + 1)));
        const rest = / or /i.test(data.timeless) ? "(" + data.timeless + ")" : data.timeless;
        const query = rest ? rest + " and " + window : window;
        location.assign(data.path + "?q=" + encodeURIComponent(query));
      });
    });
  };

  // Hosts in an order that has those that speak with each other near each other: round the largest first.
  const neighbours = (data) => {
    const left = new Map([...data.nodes].sort((a, b) => b.bytes - a.bytes).map((node) => [node.ip, node]));
    const near = new Map(data.nodes.map((node) => [node.ip, []]));
    for (const link of [...data.links].sort((a, b) => b.bytes - a.bytes)) {
      near.get(link.source).push(link.target);
      near.get(link.target).push(link.source);
    }
    const order = [];
    const visit = (ip) => {
      if (!left.has(ip)) return;
      order.push(left.get(ip));
      left.delete(ip);
      near.get(ip).filter((other) => near.get(other).length === 1).forEach(visit);
      near.get(ip).forEach(visit);
    };
    data.nodes.map((node) => node.ip).sort((a, b) => near.get(b).length - near.get(a).length).forEach(visit);
    return order;
  };

  // Who speaks with whom: click a host to look at it.
  const graph = (figure) => {
    const data = JSON.parse(figure.dataset.graph);
    figure.hidden = false;
    const pairs = figure.parentElement.querySelector(".pairs");
    pairs.open = false;
    const most = Math.max(1, ...data.nodes.map((node) => node.bytes));
    const widest = Math.max(1, ...data.links.map((link) => link.bytes));
    const log = (value, top) => Math.log1p(value) / Math.log1p(top);
    const nodes = neighbours(data);
    const narrow = figure.clientWidth < 500;
    const room = narrow ? 88 : 120; // for the names around the circle
    figure.parentElement.querySelector(".graph-legend").hidden = narrow;
    const options = () => ({
      textStyle: { fontFamily: style(document.body, "font-family") },
      tooltip: {
        renderMode: "richText",
        formatter: (item) => item.dataType === "edge"
          ? item.data.source + " – " + item.data.target + "\n" + amount(item.data.bytes) + " in " +
            item.data.flows.toLocaleString("en") + " flows"
          : item.name + "\n" + amount(item.data.bytes) + (item.data.alert ? "\nan alert is about it" : ""),
      },
      series: [{
        type: "graph",
        layout: "circular",
        circular: { rotateLabel: true },
        left: room,
        right: room,
        top: room,
        bottom: room,
        roam: false,
        label: { show: nodes.length <= 60, position: "right", color: ink(), fontSize: narrow ? 9 : 11 },
        lineStyle: { color: ink(), opacity: 0.35, curveness: 0.3 },
        emphasis: { focus: "adjacency" },
        data: nodes.map((node) => ({
          name: node.ip,
          bytes: node.bytes,
          alert: node.alert,
          href: node.href,
          symbolSize: 6 + 12 * log(node.bytes, most),
          itemStyle: { color: node.alert ? "#d63939" : colour(0) },
        })),
        links: data.links.map((link) => ({
          ...link,
          lineStyle: { width: 1 + 4 * log(link.bytes, widest) },
        })),
      }],
    });
    draw(figure, options, (chart) => {
      chart.on("click", (event) => {
        if (event.dataType === "node") location.assign(event.data.href);
      });
    });
  };

  if (typeof echarts !== "undefined") {
    document.querySelectorAll("figure[data-timeline]").forEach(timeline);
    document.querySelectorAll("figure[data-graph]").forEach(graph);
  }

  // Completion: arrows choose, Tab or Enter takes, Escape closes.
  const form = document.querySelector("form[data-complete]");
  if (!form) return;
  const input = form.querySelector("input[name=q]");
  const list = document.getElementById("filter-choices");
  let offer = { from: 0, to: 0, items: [] };
  let chosen = -1;
  let asked = 0;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "filter-choices");
  input.setAttribute("aria-expanded", "false");
  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    chosen = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    if (index >= 0) {
      input.setAttribute("aria-activedescendant", "filter-choice-" + index);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  };
  const take = (index) => {
    const text = offer.items[index].text;
    const rest = input.value.slice(offer.to);
    input.value = input.value.slice(0, offer.from) + text + (rest.startsWith(" ") ? "" : " ") + rest;
    const cursor = offer.from + text.length + 1;
    input.setSelectionRange(cursor, cursor);
    ask();
  };
  const show = () => {
    list.replaceChildren(...offer.items.map((choice, index) => {
      const item = document.createElement("li");
      item.id = "filter-choice-" + index;
      item.setAttribute("role", "option");
      const code = document.createElement("code");
      code.textContent = choice.text;
      const meaning = document.createElement("span");
      meaning.textContent = choice.meaning;
      item.append(code, meaning);
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(index);
      });
      return item;
    }));
    const open = offer.items.length > 0 && document.activeElement === input;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    mark(-1);
  };
  const ask = async () => {
    const turn = ++asked;
    const where = form.dataset.complete + "?" +
      new URLSearchParams({ text: input.value, cursor: input.selectionStart });
    const answer = await fetch(where, { headers: { Accept: "application/json" } });
    if (turn === asked && answer.ok) {
      offer = await answer.json();
      show();
    }
  };
  let wait = 0;
  const soon = () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 120);
  };
  input.addEventListener("input", soon);
  input.addEventListener("click", soon);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key === "ArrowDown") ask();
      return;
    }
    const last = offer.items.length - 1;
    if (event.key === "ArrowDown") mark(chosen >= last ? 0 : chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen <= 0 ? last : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab" && !event.shiftKey && chosen >= 0) take(chosen);
    else if (event.key === "Enter" && chosen >= 0) take(chosen);
    else return;
    event.preventDefault();
  });

  // After a mistake, the cursor stands where it is.
  const fault = document.getElementById("filter-fault");
  if (fault) {
    input.focus();
    const at = Number(fault.dataset.at);
    input.setSelectionRange(at, at);
  }
})();
