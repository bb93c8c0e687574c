// Draws charts of plugins. Their texts come from plugins and captures: they are drawn as text, never as markup.
"use strict";

(() => {
  if (typeof echarts === "undefined") return;
  const style = (element, name) => getComputedStyle(element).getPropertyValue(name).trim();
  const ink = () => style(document.body, "--tblr-body-color") || "#182433";
  const quiet = () => style(document.body, "--tblr-secondary") || "#667382";
  const series = (index) => style(document.documentElement, "--series-" + Math.min(index, 6));
  const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
  const font = () => style(document.body, "font-family");

  const common = (data) => ({
    animation: false,
    textStyle: { color: ink(), fontFamily: font() },
    tooltip: {
      renderMode: "richText",
      confine: true,
      formatter: (item) => data.groups[item.dataIndex].name + "\n" + data.texts[item.dataIndex] +
        (data.measure && data.measure !== "bytes" ? " " + data.measure : ""),
    },
  });
  const scale = (data) => ({
    type: "value",
    axisLabel: { color: quiet(), hideOverlap: true, formatter: (value) => short(value, data.measure) },
    splitLine: { lineStyle: { color: "rgba(128,128,128,0.2)" } },
  });
  const short = (value, measure) => {
    const units = ["", "k", "M", "G", "T", "P"];
    let unit = 0;
    while (Math.abs(value) >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return Number(value.toPrecision(3)) + (units[unit] || measure === "bytes" ? " " + units[unit] : "") +
      (measure === "bytes" ? "B" : "");
  };
  const categories = (data, most) => ({
    type: "category",
    data: data.groups.map((group) => group.name),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: quiet() } },
    axisLabel: { color: ink(), formatter: (name) => cut(name, most) },
  });
  const numbers = (data) => data.groups.map((group) => group.value);

  const shapes = {
    bar: (data) => ({
      grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: scale(data),
      yAxis: { ...categories(data, 24), inverse: true },
      series: [{ type: "bar", barMaxWidth: 22, itemStyle: { color: series(0), borderRadius: [0, 3, 3, 0] }, data: numbers(data) }],
    }),
    line: (data) => ({
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      xAxis: categories(data, 12),
      yAxis: scale(data),
      series: [{ type: "line", symbolSize: 6, itemStyle: { color: series(0) }, lineStyle: { color: series(0) }, data: numbers(data) }],
    }),
    pie: (data) => ({
      series: [{
        type: "pie",
        radius: ["38%", "72%"],
        label: { color: ink(), formatter: (item) => cut(item.name, 18) },
        itemStyle: { borderColor: style(document.body, "--tblr-bg-surface") || "transparent", borderWidth: 2 },
        data: data.groups.map((group, at) => ({
          name: group.name,
          value: Math.max(0, group.value),
          itemStyle: { color: series(at) },
        })),
      }],
    }),
  };

  const drawn = [];
  const draw = (figure) => {
    const data = JSON.parse(figure.dataset.chart);
    const place = figure.querySelector(".chart-picture");
    place.hidden = false;
    figure.querySelector("details").open = false;
    const make = () => {
      const chart = echarts.init(place, null, { renderer: "canvas" });
      chart.setOption({ ...common(data), ...shapes[data.shape](data) });
      return chart;
    };
    const entry = { chart: make(), make };
    drawn.push(entry);
    new ResizeObserver(() => entry.chart.resize()).observe(place);
  };
  const all = (root) => root.querySelectorAll("figure[data-chart]").forEach(draw);
  all(document);
  document.body.addEventListener("htmx:load", (event) => {
    if (event.target !== document.body) all(event.target);
  });
  new MutationObserver(() => {
    for (const entry of drawn) {
      entry.chart.dispose();
      entry.chart = entry.make();
    }
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
})();
