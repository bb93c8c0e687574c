package io.aegispcap.analysis.detection.movement;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.smb.SmbFile;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Files that are copied to shares which only administrators may use, as a first step to running
/// them.
///
/// Formula: a file of a share `ADMIN$` or a drive's, of which bytes were written; medium when its
/// name is that of a program or script, or its folder is the system's.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class AdminShareCopy implements Detector {
  private static final Pattern ADMINISTRATIVE = Pattern.compile("(?i)\\\\(?:ADMIN|[A-Z])\\$$");
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?i)\\.(?:exe|dll|sys|scr|com|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|hta|msi|cpl|lnk|xll|jar|py)$");
  private static final Pattern SYSTEM =
      Pattern.compile("(?i)^(?:windows|system32|syswow64|tasks|temp|programdata)(?:\\\\|$)");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "admin-share-copy",
          "Copy to an administrative share",
          "1.0.0",
          "a file written or renamed on ADMIN$ or a drive share (C$): medium when it is a program or"
              + " script by its name, or under a folder of the system; low otherwise",
          "ATT&CK T1570, T1021.002; the list of names is own",
          new Technique("T1570", "Lateral Tool Transfer", "Lateral Movement"),
          "software distribution; administrators who copy files",
          "get the file from the server and look at it; see what ran there afterwards");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, AdminShareCopy::finding);

  enum Sign {
    PROGRAM,
    FILE
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(SmbFile.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof SmbFile file
        && !file.pipe()
        && wrote(file)
        && ADMINISTRATIVE.matcher(file.share()).find()) {
      Sign sign =
          PROGRAM.matcher(file.name()).find() || SYSTEM.matcher(file.name()).find()
              ? Sign.PROGRAM
              : Sign.FILE;
      pairs.at(key, fact).kinds().putIfAbsent(sign, file.share() + "\\" + file.name());
    }
  }

  private static boolean wrote(SmbFile file) {
    return file.bytesWritten() > 0 || !file.renamedTo().isEmpty();
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    boolean program = pair.saw(Sign.PROGRAM);
    String example = pair.kinds().values().iterator().next();
    return Optional.of(
        pair.finding(
            INFO,
            "%s wrote %s on %s (%s)"
                .formatted(
                    pair.client(),
                    program
                        ? "what can be run to an administrative share"
                        : "to an administrative share",
                    pair.server(),
                    Commands.shortened(example)),
            program ? Severity.MEDIUM : Severity.LOW,
            program ? 0.75 : 0.5,
            "share and name stand in the request",
            new Measure("files", pair.count(), 1, "files")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
