package io.aegispcap.platform.alerts.proof;

import io.aegispcap.analysis.dissection.Dissection;
import io.aegispcap.analysis.dissection.FrameReading;
import io.aegispcap.analysis.report.AnalysisOptions;
import io.aegispcap.analysis.slice.FrameSet;
import io.aegispcap.analysis.slice.Slicing;
import io.aegispcap.capture.file.MalformedCaptureException;
import io.aegispcap.capture.file.ReadOptions;
import io.aegispcap.capture.packet.FrameId;
import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.alerts.Alert;
import io.aegispcap.platform.alerts.Finding;
import io.aegispcap.platform.blobs.BlobId;
import io.aegispcap.platform.blobs.Blobs;
import io.aegispcap.platform.blobs.DamagedBlobException;
import io.aegispcap.platform.blobs.MissingBlobException;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.web.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// The packets that prove an alert, read from its capture.
@Service
public class Proof {
  private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

  /// Packets shown at once.
  public static final int PAGE = 20;

  /// Reading a capture keeps a processor and the disk busy; who comes later waits.
  private static final int READERS = 2;

  private final Captures captures;
  private final Blobs blobs;
  private final Semaphore readers = new Semaphore(READERS);

  Proof(Captures captures, Blobs blobs) {
    this.captures = captures;
    this.blobs = blobs;
  }

  /// Some of the packets.
  ///
  /// @param page from 1
  /// @param pages how many there are
  public record Part(List<Dissection> packets, int page, int pages) {
    public Part {
      packets = List.copyOf(packets);
    }
  }

  /// How a slice is written.
  public enum Format {
    /// Everything: any link types, comments, keys.
    PCAPNG("application/x-pcapng"),
    /// What older programs read: one link type.
    PCAP("application/vnd.tcpdump.pcap");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param page from 1; beyond the last it is the last
  public Part packets(Alert alert, Caller caller, int page) {
    long[] frames = frames(alert.finding().evidence()).toArray();
    int pages = Math.max(1, (frames.length + PAGE - 1) / PAGE);
    int shown = Math.clamp(page, 1, pages);
    FrameSet wanted = new FrameSet();
    LongStream.of(frames).skip((shown - 1L) * PAGE).limit(PAGE).forEach(wanted::add);
    BlobId content = captures.require(alert.capture(), caller).content();
    return read(
        () -> new Part(FrameReading.dissect(blobs.file(content), wanted, lenient()), shown, pages));
  }

  /// A capture of these packets alone.
  public Slice slice(Alert alert, Caller caller, Format format) {
    FrameSet wanted = new FrameSet();
    frames(alert.finding().evidence()).forEach(wanted::add);
    BlobId content = captures.require(alert.capture(), caller).content();
    AnalysisOptions defaults = AnalysisOptions.defaults();
    AnalysisOptions options = new AnalysisOptions(lenient(), defaults.engine(), defaults.home());
    return read(
        () -> {
          Slice slice = new Slice();
          boolean done = false;
          try {
            new Slicing(List.of(blobs.file(content).toString()), options, "")
                .copy(wanted, slice.file(), "slice." + format.slug());
            done = true;
            return slice;
          } finally {
            if (!done) {
              slice.close();
            }
          }
        });
  }

  /// Whether the analysis was as lenient is not known here: what can be read is shown.
  private static ReadOptions lenient() {
    return ReadOptions.DEFAULT.asLenient();
  }

  private static LongStream frames(Finding.Evidence evidence) {
    return evidence.packets().stream()
        .filter(packets -> packets.capture() == 0)
        .flatMap(packets -> packets.ranges().stream())
        .flatMapToLong(range -> LongStream.rangeClosed(range.first(), range.last()))
        .map(number -> FrameId.of(0, number));
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T read(Reading<T> reading) {
    readers.acquireUninterruptibly();
    try {
      return reading.read();
    } catch (IOException unreadable) {
      LOG.warn("packets of an alert can't be read", unreadable);
      throw new ProblemException(ProofProblem.UNREADABLE, why(unreadable));
    } finally {
      readers.release();
    }
  }

  /// Without the path at which the capture lies here.
  private static String why(IOException unreadable) {
    String message = String.valueOf(unreadable.getMessage());
    return switch (unreadable) {
      case MalformedCaptureException malformed ->
          "At byte " + malformed.offset() + " of the capture: " + malformed.reason();
      case MissingBlobException _, DamagedBlobException _ -> message;
      default ->
          message.startsWith("slice.") ? message : "The content of the capture is out of reach.";
    };
  }
}
