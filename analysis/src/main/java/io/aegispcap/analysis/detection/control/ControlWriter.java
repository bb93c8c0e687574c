package io.aegispcap.analysis.detection.control;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.TrackMap;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.control.ControlFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A host that writes to a controller whose master is another one, or that looked around before.
///
/// Formula: writes and commands of the process (Modbus, S7comm, DNP3, IEC 60870-5-104, BACnet) by a
/// host, while another one regularly asks the device: it came first, said 20 messages or more, and
/// still spoke when the write came. Medium; high when the writer was also refused five kinds of
/// things or more, which is how one searches; low when no write was accepted. A sole master that
/// searched first is medium; one that read for ten minutes and 20 times before it wrote is for
/// information. A sole master that writes from the start is nothing. Two regular masters are none
/// either: both read, and neither says less than a quarter of what the other says. Source: ATT&CK
/// for ICS T0855, T0836; the numbers are own.
///
/// Memory: [#DEVICES] devices, of each [Device#MOST_MASTERS] hosts, and the evidence.
public final class ControlWriter implements Detector {
  static final int DEVICES = 8_192;
  static final long READ_BEFORE = 10 * Span.MINUTE;

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "control-writer",
          "Unusual writer to a controller",
          "1.0.0",
          "writes to a controller by a host other than the one that asked it before (20 messages"
              + " or more) and still does: medium, high when at least 5 kinds of requests were refused"
              + " to it, low when the writes were; a sole master that was refused so much before: medium;"
              + " one that read 20 times in 10 min before it wrote: information",
          "ATT&CK for ICS T0855, T0836; the numbers are own",
          new Technique("T0855", "Unauthorized Command Message", "Impair Process Control"),
          "an engineer's or operator's own station; a second server that took over",
          "ask who works at that host; compare what was written with what the process should have");

  private final List<Finding> found = new ArrayList<>();
  private final TrackMap<Device> devices =
      new TrackMap<>(DEVICES, (a, b, c, d, e) -> new Device(), this::judge);

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(ControlFunction.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof ControlFunction function) {
      Parties parties = Parties.of(key, function);
      Device device =
          devices.at(
              parties.device().high(),
              parties.device().low(),
              function.protocol().hashCode(),
              0,
              0,
              function.lastTimestamp());
      device.address = parties.device().toString();
      device.protocol = function.protocol();
      device.master(parties.master()).ifPresent(master -> master.add(key, function));
    }
  }

  private void judge(Device device) {
    for (Master writer : device.masters()) {
      if (writer.writes > 0) {
        Optional<Master> regular = device.regularBefore(writer);
        if (regular.isPresent()) {
          found.add(stranger(device, writer, regular.get()));
        } else if (device.masters().size() == 1) {
          sole(device, writer).ifPresent(found::add);
        }
      }
    }
  }

  private static Finding stranger(Device device, Master writer, Master regular) {
    Severity severity =
        writer.accepted == 0 ? Severity.LOW : writer.searched() ? Severity.HIGH : Severity.MEDIUM;
    return finding(
        device,
        writer,
        "%s wrote to %s by %s (%s), whose master is %s"
            .formatted(
                writer.address, device.address, device.protocol, writer.example, regular.address),
        severity,
        0.7,
        "the other host asked the device before and while this one wrote");
  }

  private static Optional<Finding> sole(Device device, Master writer) {
    if (writer.searched()) {
      return Optional.of(
          finding(
              device,
              writer,
              "%s wrote to %s by %s (%s), and was refused %d other kinds of requests"
                  .formatted(
                      writer.address,
                      device.address,
                      device.protocol,
                      writer.example,
                      writer.refusals()),
              writer.accepted == 0 ? Severity.LOW : Severity.MEDIUM,
              0.6,
              "the device's refusals; a master that knows it makes few"));
    }
    boolean readBefore =
        writer.reads >= Device.REGULAR
            && writer.writeSpan.first() - writer.span.first() >= READ_BEFORE;
    return readBefore
        ? Optional.of(
            finding(
                device,
                writer,
                "%s, which had only read %s by %s, began to write (%s)"
                    .formatted(writer.address, device.address, device.protocol, writer.example),
                Severity.INFO,
                0.4,
                "only what the capture shows is known of the time before"))
        : Optional.empty();
  }

  private static Finding finding(
      Device device,
      Master writer,
      String sentence,
      Severity severity,
      double confidence,
      String reason) {
    return new Finding(
        INFO,
        writer.address,
        Optional.of(device.address),
        sentence,
        severity,
        confidence,
        reason,
        writer.writeSpan.first(),
        writer.writeSpan.last(),
        writer.writes,
        List.of(
            new Measure("writes", writer.writes, 1, "writes"),
            new Measure("writes not refused", writer.accepted, 1, "writes"),
            new Measure("refused kinds of requests", writer.refusals(), 5, "kinds")),
        writer.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    devices.forEach(this::judge);
    found.forEach(findings);
  }
}
