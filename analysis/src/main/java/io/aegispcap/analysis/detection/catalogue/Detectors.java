package io.aegispcap.analysis.detection.catalogue;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.channel.Beaconing;
import io.aegispcap.analysis.detection.channel.Exfiltration;
import io.aegispcap.analysis.detection.channel.HttpPolling;
import io.aegispcap.analysis.detection.channel.LongConnection;
import io.aegispcap.analysis.detection.content.CertificateFaults;
import io.aegispcap.analysis.detection.content.DisguisedDownload;
import io.aegispcap.analysis.detection.content.RemoteControl;
import io.aegispcap.analysis.detection.web.WebAttack;
import io.aegispcap.analysis.detection.web.WebShell;
import io.aegispcap.analysis.detection.content.WorkstationMail;
import io.aegispcap.analysis.detection.credential.Coercion;
import io.aegispcap.analysis.detection.credential.DirectoryReplication;
import io.aegispcap.analysis.detection.credential.KerberosDowngrade;
import io.aegispcap.analysis.detection.credential.NoPreAuthentication;
import io.aegispcap.analysis.detection.credential.PasswordSpraying;
import io.aegispcap.analysis.detection.credential.StoredSecrets;
import io.aegispcap.analysis.detection.exploit.JavaReference;
import io.aegispcap.analysis.detection.exploit.Smb1Exploit;
import io.aegispcap.analysis.detection.exploit.Zerologon;
import io.aegispcap.analysis.detection.flood.Monlist;
import io.aegispcap.analysis.detection.flood.PacketFlood;
import io.aegispcap.analysis.detection.flood.Reflection;
import io.aegispcap.analysis.detection.flood.SynFlood;
import io.aegispcap.analysis.detection.login.BruteForce;
import io.aegispcap.analysis.detection.login.ClearCredentials;
import io.aegispcap.analysis.detection.movement.AccountDiscovery;
import io.aegispcap.analysis.detection.movement.AdminShareCopy;
import io.aegispcap.analysis.detection.movement.RemoteObject;
import io.aegispcap.analysis.detection.movement.RemoteService;
import io.aegispcap.analysis.detection.movement.RemoteShell;
import io.aegispcap.analysis.detection.movement.RemoteTask;
import io.aegispcap.analysis.detection.movement.RemoteWmi;
import io.aegispcap.analysis.detection.name.DnsTunnel;
import io.aegispcap.analysis.detection.name.GeneratedNames;
import io.aegispcap.analysis.detection.scan.HostSweep;
import io.aegispcap.analysis.detection.scan.PingSweep;
import io.aegispcap.analysis.detection.scan.PortScan;
import io.aegispcap.analysis.detection.scan.ScannerName;
import io.aegispcap.analysis.detection.scan.ServiceProbe;
import io.aegispcap.analysis.detection.scan.SlowScan;
import io.aegispcap.analysis.detection.scan.StealthScan;
import java.util.List;

/// All detectors, in the order in which they are told of flows and asked for findings.
public final class Detectors {
  private Detectors() {}

  /// Fresh ones, for one run.
  public static List<Detector> all(DetectionOptions options) {
    return List.of(
        new PortScan(),
        new HostSweep(options),
        new PingSweep(),
        new SlowScan(),
        new StealthScan(),
        new ServiceProbe(),
        new ScannerName(),
        new SynFlood(),
        new PacketFlood(),
        new Reflection(),
        new Monlist(),
        new BruteForce(),
        new ClearCredentials(options),
        new DnsTunnel(),
        new GeneratedNames(),
        new Beaconing(options),
        new LongConnection(options),
        new Exfiltration(options),
        new HttpPolling(),
        new CertificateFaults(options),
        new RemoteControl(),
        new DisguisedDownload(options),
        new WebAttack(),
        new WebShell(),
        new WorkstationMail(options),
        new RemoteService(),
        new RemoteTask(),
        new RemoteWmi(),
        new RemoteObject(),
        new RemoteShell(),
        new AdminShareCopy(),
        new AccountDiscovery(),
        new PasswordSpraying(),
        new KerberosDowngrade(),
        new NoPreAuthentication(),
        new DirectoryReplication(),
        new Coercion(),
        new StoredSecrets(),
        new Zerologon(),
        new Smb1Exploit(),
        new JavaReference());
  }
}
