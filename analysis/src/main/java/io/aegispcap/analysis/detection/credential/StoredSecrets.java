package io.aegispcap.analysis.detection.credential;

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
import io.aegispcap.capture.protocol.rpc.RpcCall;
import io.aegispcap.capture.protocol.smb.SmbFile;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Stores of password hashes that leave a host.
///
/// Formula: bytes read of a file whose name is that of such a store, or BaseRegSaveKey (MS-RRP
/// 3.1.5.20), which saves a registry hive on the server; files of group policy that may hold
/// passwords are of low severity.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class StoredSecrets implements Detector {
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i)(?:^|\\\\)(?:ntds\\.dit|lsass[^\\\\]*\\.dmp)$|config\\\\(?:sam|security|system)$");
  private static final Pattern POLICY =
      Pattern.compile("(?i)(?:groups|services|scheduledtasks|datasources|printers|drives)\\.xml$");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "stored-secrets",
          "Store of passwords read",
          "1.0.0",
          "a file or registry hive that holds password hashes (ntds.dit, SAM, SECURITY,"
              + " SYSTEM, a dump of lsass) is read from a share, or a hive is saved by a remote"
              + " call: high; passwords in group policy are low",
          "ATT&CK T1003.002, T1003.003, T1552.006; the list of names is own",
          new Technique("T1003", "OS Credential Dumping", "Credential Access"),
          "backup of domain controllers over file shares; forensic work",
          "treat all passwords of the domain as known; find out who read it");

  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, StoredSecrets::finding);

  enum Sign {
    READ,
    SAVED,
    POLICY
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(SmbFile.class, RpcCall.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof SmbFile file && file.bytesRead() > 0 && !file.pipe()) {
      if (SECRETS.matcher(file.name()).find()) {
        pairs.at(key, fact).kinds().putIfAbsent(Sign.READ, file.name());
      } else if (POLICY.matcher(file.name()).find()) {
        pairs.at(key, fact).kinds().putIfAbsent(Sign.POLICY, file.name());
      }
    } else if (fact instanceof RpcCall call && call.operation().startsWith("BaseRegSaveKey")) {
      pairs.at(key, fact).kinds().putIfAbsent(Sign.SAVED, String.join(" ", call.texts()));
    }
  }

  private static Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    boolean grave = pair.saw(Sign.READ) || pair.saw(Sign.SAVED);
    String what =
        pair.saw(Sign.READ)
            ? "read " + pair.kinds().get(Sign.READ)
            : grave ? "had a registry hive saved" : "read " + pair.kinds().get(Sign.POLICY);
    return Optional.of(
        pair.finding(
            INFO,
            "%s %s on %s, where passwords are stored".formatted(pair.client(), what, pair.server()),
            grave ? Severity.HIGH : Severity.LOW,
            grave ? 0.8 : 0.4,
            grave ? "the name of what was read" : "old policies may hold passwords; most do not",
            new Measure("files and calls", pair.count(), 1, "")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
