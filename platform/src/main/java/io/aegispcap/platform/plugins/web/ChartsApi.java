package io.aegispcap.platform.plugins.web;

import io.aegispcap.analysis.chart.ChartAnswer;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.plugins.PluginCharts;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Charts of plugins, for programs.
@RestController
@RequestMapping("/api/v1/captures/{id}/charts")
class ChartsApi {
  private final Captures captures;
  private final PluginCharts charts;

  ChartsApi(Captures captures, PluginCharts charts) {
    this.captures = captures;
    this.charts = charts;
  }

  @GetMapping
  @Requires(Permission.VISIT)
  @Operation(summary = "Charts that plugins declared, with the numbers of the latest analysis")
  PluginApi.Listing<ChartAnswer> list(Caller caller, @PathVariable UUID id) {
    List<ChartAnswer> answers = charts.of(captures.require(new CaptureId(id), caller).id());
    return new PluginApi.Listing<>(answers, null);
  }
}
