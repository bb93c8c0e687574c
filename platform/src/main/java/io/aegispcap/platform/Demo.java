package io.aegispcap.platform;

import io.aegispcap.platform.DemoPeople.Part;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.captures.CaptureId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Fills an empty platform, so that whoever is new here has something to look at: three people, the
/// sample captures, and alerts that were talked about. A second time nothing is added twice.
@Component
final class Demo {
  /// An incident from its beginning to its end.
  private static final String INCIDENT = "night.pcapng";

  private static final String PLANNED = "port-scan.pcapng.zst";

  private final DemoPeople people;
  private final DemoCaptures captures;
  private final DemoTriage triage;

  Demo(DemoPeople people, DemoCaptures captures, DemoTriage triage) {
    this.people = people;
    this.captures = captures;
    this.triage = triage;
  }

  /// @param samples a folder of captures
  /// @param address where people find the platform, with a slash at its end
  void fill(Path samples, String address, PrintWriter out) throws InterruptedException {
    try {
      Map<Part, String> passwords = people.passwords();
      Caller.Person administrator = join(Part.ADMINISTRATOR, passwords);
      Caller.Person analyst = join(Part.ANALYST, passwords);
      Caller.Person maintainer = join(Part.MAINTAINER, passwords);
      out.println("Analysing the samples ...");
      out.flush();
      Map<String, CaptureId> uploaded = captures.upload(administrator, samples);
      for (CaptureId capture : uploaded.values()) {
        captures.await(capture, administrator);
      }
      CaptureId incident = uploaded.get(INCIDENT);
      CaptureId planned = uploaded.get(PLANNED);
      if (incident != null) {
        triage.escalate(incident, administrator, analyst);
      }
      if (planned != null) {
        triage.settle(planned, maintainer);
      }
      out.println();
      if (incident != null) {
        out.println("  what happened one night  " + address + "captures/" + incident);
      }
      out.println("  all captures             " + address + "captures");
      out.println("  the inbox of alerts      " + address + "alerts");
      out.println();
      passwords.forEach(
          (part, password) ->
              out.printf(
                  "  sign in as %-6s with %s  (%s)%n", part.handle(), password, part.roleLabel()));
      out.flush();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Caller.Person join(Part part, Map<Part, String> passwords) {
    return people.join(part, passwords.getOrDefault(part, ""));
  }
}
