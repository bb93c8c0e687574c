package io.aegispcap.analysis.detection.movement;

import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Proof;
import io.aegispcap.analysis.detection.tracking.Span;
import io.aegispcap.analysis.detection.tracking.Watched;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.smb.SmbFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Files on shares that get one and the same ending added to their names, one after the other, and
/// are no longer there under their own: what ransomware does over the network.
///
/// Formula: distinct files of a server that a client renamed by adding an ending, or wrote anew
/// with the ending added while it deleted the original; [#FILES] with the same ending, without a
/// pause of ten minutes: high when the client wrote their content, else medium. Endings of
/// archives, copies and temporary files ([#USUAL]) don't count.
///
/// Memory: [#PAIRS] pairs of client and server, for each [#NAMES] names, [#ENDINGS] endings, and
/// the evidence.
public final class ShareEncryption implements Detector {
  static final int FILES = 20;
  private static final int PAIRS = 1_024;
  private static final int NAMES = 1_024;
  private static final int ENDINGS = 64;
  private static final int LONGEST_ENDING = 64;
  private static final Set<String> USUAL =
      Set.of(
          "gz",
          "bz2",
          "xz",
          "zst",
          "zip",
          "7z",
          "rar",
          "lz4",
          "tmp",
          "temp",
          "bak",
          "old",
          "orig",
          "part",
          "partial",
          "filepart",
          "crdownload",
          "swp",
          "new",
          "done",
          "log");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "share-encryption",
          "Files of a share renamed as ransomware does",
          "1.0.0",
          "at least 20 files of a server renamed by adding the same ending, or written anew with it while"
              + " the originals were deleted, without a pause of 10 min, endings of archives and copies"
              + " left out: high when their content was written too, else medium",
          "ATT&CK T1486; the number and the list of endings are own",
          new Technique("T1486", "Data Encrypted for Impact", "Impact"),
          "a person or a program that renames many files; encryption that somebody wanted",
          "take the client off the network; see what it wrote elsewhere; keep the backups away from it");

  private final Watched<Share> shares =
      new Watched<>(PAIRS, (a, b, c, d, e) -> new Share(), ShareEncryption::judge);

  private static final class Share {
    final Set<String> written = new HashSet<>();
    final Set<String> gone = new HashSet<>();

    /// Names that were written, with an ending of their own below the last one.
    final Map<String, String> copies = new HashMap<>();

    final Map<String, Changed> endings = new HashMap<>();
    final Proof proof = new Proof();
    final Span span = new Span();
    String client = "";
    String server = "";
    boolean found;

    private void forget() {
      written.clear();
      gone.clear();
      copies.clear();
      endings.clear();
      proof.clear();
      span.clear();
    }
  }

  private static final class Changed {
    final Set<String> files = new HashSet<>();
    int rewritten;
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
    if (fact instanceof SmbFile file && !file.pipe() && changes(file)) {
      Share share =
          shares.at(
              key.source().high(),
              key.source().low(),
              key.destination().high(),
              key.destination().low(),
              0,
              fact.timestamp());
      if (!share.found && share.span.endedBefore(fact.timestamp(), 10 * Span.MINUTE)) {
        share.forget();
      }
      share.client = key.source().toString();
      share.server = key.destination().toString();
      share.proof.add(key, fact.frameId());
      share.span.add(fact.timestamp());
      change(share, file);
    }
  }

  private static boolean changes(SmbFile file) {
    return file.bytesWritten() > 0 || file.deleted() || !file.renamedTo().isEmpty();
  }

  private static void change(Share share, SmbFile file) {
    String name = lower(file.share() + "\\" + file.name());
    if (file.bytesWritten() > 0) {
      wrote(share, name);
    }
    if (!file.renamedTo().isEmpty()) {
      String now = lower(file.share() + "\\" + file.renamedTo());
      if (now.startsWith(name + ".")) {
        count(share, name, now.substring(name.length() + 1), share.written.contains(name));
      }
    }
    if (file.deleted()) {
      keep(share.gone, name);
      String ending = share.copies.get(name);
      if (ending != null) {
        count(share, name, ending, true);
      }
    }
  }

  private static void wrote(Share share, String name) {
    keep(share.written, name);
    int dot = name.lastIndexOf('.');
    String original = dot < 0 ? "" : name.substring(0, dot);
    if (original.lastIndexOf('.') <= original.lastIndexOf('\\')) {
      return;
    }
    String ending = name.substring(dot + 1);
    if (share.gone.contains(original)) {
      count(share, original, ending, true);
    } else if (share.copies.size() < NAMES) {
      share.copies.put(original, ending);
    }
  }

  private static void count(Share share, String original, String ending, boolean rewritten) {
    if (ending.length() > LONGEST_ENDING || ending.contains("\\") || USUAL.contains(ending)) {
      return;
    }
    Changed changed = share.endings.get(ending);
    if (changed == null) {
      if (share.endings.size() >= ENDINGS) {
        return;
      }
      changed = new Changed();
      share.endings.put(ending, changed);
    }
    if (changed.files.size() < NAMES && changed.files.add(original)) {
      changed.rewritten += rewritten ? 1 : 0;
      share.found |= changed.files.size() >= FILES;
    }
  }

  private static void keep(Set<String> names, String name) {
    if (names.size() < NAMES) {
      names.add(name);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Optional<Finding> judge(Share share) {
    if (!share.found) {
      return Optional.empty();
    }
    String ending = "";
    Changed most = new Changed();
    for (Map.Entry<String, Changed> entry : share.endings.entrySet()) {
      int more = Integer.compare(entry.getValue().files.size(), most.files.size());
      if (more > 0 || more == 0 && entry.getKey().compareTo(ending) < 0) {
        ending = entry.getKey();
        most = entry.getValue();
      }
    }
    return Optional.of(finding(share, Commands.shortened(ending), most));
  }

  private static Finding finding(Share share, String ending, Changed changed) {
    boolean rewritten = changed.rewritten >= FILES;
    int files = changed.files.size();
    return new Finding(
        INFO,
        share.client,
        Optional.of(share.server),
        "%s %s %d%s files on %s and added .%s to their names in %s"
            .formatted(
                share.client,
                rewritten ? "wrote anew" : "renamed",
                files,
                files < NAMES ? "" : " or more",
                share.server,
                ending,
                share.span.duration()),
        rewritten ? Severity.HIGH : Severity.MEDIUM,
        rewritten ? 0.85 : 0.6,
        "names stand in the requests",
        share.span.first(),
        share.span.last(),
        files,
        List.of(
            new Measure("files with the ending", files, FILES, "files"),
            new Measure("of them written", changed.rewritten, Double.NaN, "files")),
        share.proof.evidence());
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    shares.finish(findings);
  }
}
