package io.aegispcap.platform;

import io.aegispcap.platform.access.Caller;
import io.aegispcap.platform.captures.Capture;
import io.aegispcap.platform.captures.CaptureId;
import io.aegispcap.platform.captures.Captures;
import io.aegispcap.platform.captures.Visibility;
import io.aegispcap.platform.captures.run.Analysing;
import io.aegispcap.platform.captures.run.AnalysisRun;
import io.aegispcap.platform.captures.upload.WholeUploads;
import io.aegispcap.platform.database.StartRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// The samples, uploaded as anybody would.
@Component
final class DemoCaptures {
  private static final String SAMPLES = "*.{pcap,pcapng,pcap.gz,pcapng.zst}";

  private final WholeUploads uploads;
  private final Analysing analysing;
  private final Captures captures;

  DemoCaptures(WholeUploads uploads, Analysing analysing, Captures captures) {
    this.uploads = uploads;
    this.analysing = analysing;
    this.captures = captures;
  }

  /// By the names of their files, in alphabetical order. Those that are here already are not taken
  /// twice.
  Map<String, CaptureId> upload(Caller.Person owner, Path samples) throws IOException {
    Map<String, CaptureId> uploaded = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(samples, SAMPLES)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        try (InputStream content = Files.newInputStream(file)) {
          uploaded.put(
              name,
              uploads
                  .take(owner, name, Visibility.TEAM, content, Optional.of(Files.size(file)))
                  .capture());
        }
      }
    }
    if (uploaded.isEmpty()) {
      throw new StartRefusedException("No captures are in " + samples + ".");
    }
    return uploaded;
  }

  /// Returns when its analysis has ended.
  ///
  /// @throws StartRefusedException when it failed
  void await(CaptureId id, Caller.Person owner) throws InterruptedException {
    Capture capture = captures.require(id, owner);
    AnalysisRun latest = analysing.all(id).getFirst();
    while (!analysing.standing(latest).ended()) {
      TimeUnit.MILLISECONDS.sleep(100);
      latest = analysing.all(id).getFirst();
    }
    analysing
        .standing(latest)
        .problem()
        .ifPresent(
            why -> {
              throw new StartRefusedException(capture.name() + " could not be analysed: " + why);
            });
  }
}
