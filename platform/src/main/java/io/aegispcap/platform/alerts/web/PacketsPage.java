package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.proof.Proof;
import io.aegispcap.platform.web.Page;

/// The packets that prove an alert.
public record PacketsPage(Alert alert, Proof.Part part) implements Page {

  @Override
  public String title() {
    return "Packets of alert " + alert.id();
  }

  @Override
  public String template() {
    return "alerts/packets";
  }

  public String path(int page) {
    return alert.path() + "/packets?page=" + page;
  }
}
