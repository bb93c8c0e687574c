package io.aegispcap.platform.alerts.web;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.access.Deeds;
import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Reads;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.AlertId;
import io.aegispcap.platform.alerts.Alerts;
import io.aegispcap.platform.alerts.proof.Proof;
import io.aegispcap.platform.alerts.proof.Slice;
import io.aegispcap.platform.web.ProblemException;
import io.aegispcap.platform.web.ProblemType;
import io.aegispcap.platform.web.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The packets of an alert, to look at and to take away; programs download them from the API's
/// address of the same name.
@Controller
class ProofController {
  private final Alerts alerts;
  private final Proof proof;
  private final Deeds deeds;
  private final Reads reads;

  ProofController(Alerts alerts, Proof proof, Deeds deeds, Reads reads) {
    this.alerts = alerts;
    this.proof = proof;
    this.deeds = deeds;
    this.reads = reads;
  }

  @GetMapping("/alerts/{id}/packets")
  @Requires(Permission.VISIT)
  Reply packets(Caller caller, @PathVariable long id, @RequestParam(defaultValue = "1") int page) {
    Alert alert = alerts.require(new AlertId(id), caller);
    Proof.Part part = proof.packets(alert, caller, page);
    reads.record(caller, "packet.list", alert.id().toString(), "", part.packets().size());
    return new PacketsPage(alert, part);
  }

  @GetMapping({"/alerts/{id}/slice", "/api/v1/alerts/{id}/slice"})
  @Requires(Permission.VISIT)
  void slice(
      Caller caller,
      @PathVariable long id,
      @RequestParam(name = "format", defaultValue = "pcapng") String wanted,
      HttpServletResponse response)
      throws IOException {
    Alert alert = alerts.require(new AlertId(id), caller);
    Proof.Format format = format(wanted);
    try (Slice slice = proof.slice(alert, caller, format)) {
      deeds.record(caller, "alert.slice", alert.id().toString());
      response.setContentType(format.mediaType());
      response.setContentLengthLong(slice.size());
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"alert-%s.%s\"".formatted(alert.id(), format.slug()));
      slice.writeTo(response.getOutputStream());
    }
  }

  private static Proof.Format format(String slug) {
    return Stream.of(Proof.Format.values())
        .filter(format -> format.slug().equals(slug))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.Common.INVALID, "format is pcapng or pcap, not " + slug + "."));
  }
}
