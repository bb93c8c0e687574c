package io.aegispcap.analysis.detection.movement;

import io.aegispcap.analysis.detection.Addresses;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.DistinctSet;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.packet.IpAddress;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.kerberos.KerberosExchange;
import io.aegispcap.capture.protocol.smb.SmbFile;
import io.aegispcap.capture.protocol.smb.SmbTree;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Programs, scripts and policies that a host puts where all computers of a domain take them from.
///
/// Formula: a file of the share `SYSVOL` or `NETLOGON` that was written, renamed or deleted, by a
/// host that is no domain controller itself: one that granted either share or answered Kerberos.
/// Medium when it is a program or script by its name, or a policy that runs something (tasks,
/// services, scripts); low when it is another part of a policy. Other files are left out. Source:
/// ATT&CK T1484.001; MS-GPSCR 2.2, MS-GPPREF 2.2.1 and MS-GPREG 2.2 name the files.
///
/// Not seen: what is written over encrypted SMB, what was opened for writing and not written, and
/// changes of a policy's object in the directory.
///
/// Memory: [Sightings#MOST] pairs with the evidence, and [#CONTROLLERS] addresses.
public final class PolicyWrite implements Detector {
  private static final int CONTROLLERS = 4_096;

  private static final Pattern SHARE = Pattern.compile("(?i)\\\\(?:SYSVOL|NETLOGON)$");
  private static final Pattern RUN =
      Pattern.compile(
          "(?i)\\.(?:exe|dll|sys|scr|com|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|hta|msi|aas|cpl|lnk|jar|py)$"
              + "|(?:^|\\\\)(?:scheduledtasks\\.xml|services\\.xml|(?:ps)?scripts\\.ini)$");
  private static final Pattern POLICY =
      Pattern.compile(
          "(?i)(?:^|\\\\)(?:registry\\.pol|gpttmpl\\.inf|gpt\\.ini|audit\\.csv"
              + "|(?:groups|registry|files|drives|datasources|printers|networkshares|environmentvariables)\\.xml)$");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "policy-write",
          "Write to the domain's policies",
          "1.0.0",
          "a file of SYSVOL or NETLOGON written, renamed or deleted by a host that is no domain controller: medium when"
              + " it is a program or script by its name or makes computers run something (ScheduledTasks.xml,"
              + " Services.xml, scripts.ini), low when it is another part of a policy",
          "ATT&CK T1484.001, T1570; MS-GPSCR, MS-GPPREF and MS-GPREG name the files",
          new Technique(
              "T1484.001",
              "Domain or Tenant Policy Modification: Group Policy Modification",
              "Privilege Escalation"),
          "administrators who edit group policies or logon scripts from their own computer",
          "see who logged in from there and whether that is an administrator's computer; get the file from"
              + " the controller and compare it with a backup");

  private final DistinctSet controllers = new DistinctSet(CONTROLLERS);
  private final Sightings<Sign> pairs = Sightings.ofHosts(Sign.class, this::finding);

  enum Sign {
    RUN,
    POLICY
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(SmbTree.class, KerberosExchange.class, SmbFile.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    switch (fact) {
      case SmbTree tree when !tree.type().isEmpty() && SHARE.matcher(tree.path()).find() ->
          controller(key.destination());
      case KerberosExchange kerberos when !kerberos.replyEncryption().isEmpty() ->
          controller(key.destination());
      case SmbFile file when changed(file) && SHARE.matcher(file.share()).find() -> file(key, file);
      default -> {}
    }
  }

  private void controller(IpAddress address) {
    controllers.add(Addresses.mixed(address.high(), address.low()));
  }

  private static boolean changed(SmbFile file) {
    return !file.pipe()
        && (file.bytesWritten() > 0
            || !file.renamedTo().isEmpty()
            || file.deleted() && file.status() == 0);
  }

  private void file(FlowKey key, SmbFile file) {
    String name = file.renamedTo().isEmpty() ? file.name() : file.renamedTo();
    boolean run = RUN.matcher(name).find() || RUN.matcher(file.name()).find();
    if (run || POLICY.matcher(name).find()) {
      pairs
          .at(key, file)
          .kinds()
          .putIfAbsent(run ? Sign.RUN : Sign.POLICY, file.share() + "\\" + name);
    }
  }

  private Optional<Finding> finding(Sightings.Pair<Sign> pair) {
    IpAddress client = IpAddress.parse(pair.client());
    if (controllers.contains(Addresses.mixed(client.high(), client.low()))) {
      return Optional.empty();
    }
    boolean run = pair.saw(Sign.RUN);
    String example = pair.kinds().values().iterator().next();
    return Optional.of(
        pair.finding(
            INFO,
            "%s changed %s on %s (%s)"
                .formatted(
                    pair.client(),
                    run
                        ? "what computers of the domain run"
                        : "a policy that computers of the domain follow",
                    pair.server(),
                    Commands.shortened(example)),
            run ? Severity.MEDIUM : Severity.LOW,
            run ? 0.7 : 0.5,
            "share and name stand in the request",
            new Measure("files", pair.count(), 1, "files")));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
