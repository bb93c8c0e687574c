package io.aegispcap.platform.captures.flows;

import io.aegispcap.analysis.slice.FlowPackets;
import io.aegispcap.analysis.slice.FrameCopy;
import io.aegispcap.analysis.slice.FrameSet;
import io.aegispcap.capture.file.CaptureFile;
import io.aegispcap.capture.file.CaptureWriter;
import io.aegispcap.capture.file.Captures;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.DecodeOptions;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.flows.filter.Filter;
import io.aegispcap.platform.captures.run.AnalysisSettings;
import io.aegispcap.platform.database.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes files of flows and of their packets, which are gone when they have been read.
@Component
public class Exports {
  private final FlowQuestions questions;
  private final Blobs blobs;
  private final Path folder;

  Exports(FlowQuestions questions, Blobs blobs, DataDirectory directory) throws IOException {
    this.questions = questions;
    this.blobs = blobs;
    this.folder = directory.folder("exports");
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  /// A file, how long it is, and how many flows or packets it has.
  public record Made(InputStream content, long size, long results) {}

  /// Which packets of a flow.
  public enum Side {
    BOTH,
    SOURCE,
    DESTINATION
  }

  /// The flows that a filter lets through.
  public Made flows(BlobId flows, Filter filter, FlowFormat format) throws IOException {
    Path target = folder.resolve(UUID.randomUUID() + "." + format.slug());
    try {
      long rows =
          questions.write(
              flows, target, database -> FlowExport.write(database, filter, format, target));
      return opened(target, rows);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(target);
      throw failed;
    }
  }

  /// The packets of a flow, as the capture has them.
  ///
  /// @param settings of the analysis that the flow is of
  public Made packets(Capture capture, AnalysisSettings settings, FlowDetail flow, Side side)
      throws IOException {
    ReadOptions read = settings.lenient() ? ReadOptions.DEFAULT.asLenient() : ReadOptions.DEFAULT;
    DecodeOptions decode =
        settings.decapsulate()
            ? DecodeOptions.DEFAULT
            : DecodeOptions.DEFAULT.withoutDecapsulation();
    Path file = blobs.file(capture.content());
    FlowPackets wanted = wanted(flow, side);
    FrameSet frames;
    try (CaptureFile source = Captures.open(file, capture.name(), read)) {
      frames = wanted.find(source, decode);
    }
    Path target = folder.resolve(UUID.randomUUID() + ".pcap");
    try (CaptureFile source = Captures.open(file, capture.name(), read);
        CaptureWriter writer = CaptureWriter.pcap(target, capture.name())) {
      FrameCopy.copy(source, frames, writer);
    }
    return opened(target, frames.size());
  }

  private static FlowPackets wanted(FlowDetail flow, Side side) {
    FlowRow row = flow.row();
    Optional<FlowPackets.Sender> sender =
        switch (side) {
          case BOTH -> Optional.empty();
          case SOURCE -> Optional.of(sender(row.source()));
          case DESTINATION -> Optional.of(sender(row.destination()));
        };
    return new FlowPackets(row.communityId(), row.frame(), flow.lastFrame(), sender);
  }

  private static FlowPackets.Sender sender(FlowRow.Side side) {
    return new FlowPackets.Sender(IpAddress.parse(side.ip()), side.port());
  }

  private static Made opened(Path file, long results) throws IOException {
    long size = Files.size(file);
    return new Made(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size, results);
  }
}
