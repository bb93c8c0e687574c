package io.aegispcap.analysis.detection.content;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.DetectorInfo;
import io.aegispcap.analysis.detection.Finding;
import io.aegispcap.analysis.detection.HomeNetworks;
import io.aegispcap.analysis.detection.Measure;
import io.aegispcap.analysis.detection.Severity;
import io.aegispcap.analysis.detection.Technique;
import io.aegispcap.analysis.detection.tracking.Sightings;
import io.aegispcap.analysis.flow.FlowKey;
import io.aegispcap.analysis.flow.Interest;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.login.MailEnvelope;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A workstation that hands mail to a server outside by itself, unencrypted: so do programs that
/// steal passwords and send them home.
///
/// Formula: a mail in clear from inside to outside whose client calls itself by the name that
/// Windows gives a workstation (`DESKTOP-`, `WIN-` or `LAPTOP-` and letters). Low severity. Source:
/// own; seen with AgentTesla and Snake Keylogger, cf. corelight's zeek-agenttesla-detector.
///
/// Memory: [Sightings#MOST] pairs and the evidence.
public final class WorkstationMail implements Detector {
  private static final Pattern WORKSTATION =
      Pattern.compile("(?i)(?:DESKTOP|WIN|LAPTOP)-[A-Z0-9]{5,12}");

  private static final DetectorInfo INFO =
      new DetectorInfo(
          "workstation-mail",
          "Workstation mails in clear",
          "1.0.0",
          "unencrypted mail to a server outside, from a client whose HELO is a Windows default name",
          "own; behaviour as in corelight zeek-agenttesla-detector",
          new Technique(
              "T1048.003",
              "Exfiltration Over Alternative Protocol: Exfiltration Over Unencrypted"
                  + " Non-C2 Protocol",
              "Exfiltration"),
          "an old mail program or a scanner application set up without encryption",
          "find the program that mails; read the mail: it is in clear");

  private final HomeNetworks home;
  private final Sightings<Sign> pairs = Sightings.ofServices(Sign.class, WorkstationMail::finding);

  enum Sign {
    DEFAULT_NAME
  }

  public WorkstationMail(DetectionOptions options) {
    this.home = options.home();
  }

  @Override
  public DetectorInfo info() {
    return INFO;
  }

  @Override
  public Interest interest() {
    return Interest.inFacts(MailEnvelope.class);
  }

  @Override
  public void fact(FlowKey key, Fact fact) {
    if (fact instanceof MailEnvelope mail
        && WORKSTATION.matcher(mail.helo()).matches()
        && home.inside(key.source())
        && !home.inside(key.destination())) {
      pairs.at(key, fact).kinds().put(Sign.DEFAULT_NAME, mail.helo());
    }
  }

  private static Finding finding(Sightings.Pair<Sign> pair) {
    return pair.finding(
        INFO,
        "%s (%s) handed %s in clear to %s"
            .formatted(
                pair.client(),
                pair.kinds().get(Sign.DEFAULT_NAME),
                pair.count() == 1 ? "a mail" : pair.count() + " mails",
                pair.server()),
        Severity.LOW,
        0.5,
        "people's mail programs encrypt nowadays; old ones do not",
        new Measure("mails in clear", pair.count(), 1, "mails"));
  }

  @Override
  public void finish(Consumer<Finding> findings) {
    pairs.finish(findings);
  }
}
