package io.aegispcap.analysis.detection.catalogue;

import io.aegispcap.analysis.detection.DetectionOptions;
import io.aegispcap.analysis.detection.Detector;
import io.aegispcap.analysis.detection.channel.Beaconing;
import io.aegispcap.analysis.detection.channel.Exfiltration;
import io.aegispcap.analysis.detection.channel.HttpPolling;
import io.aegispcap.analysis.detection.channel.IcmpTunnel;
import io.aegispcap.analysis.detection.channel.LongConnection;
import io.aegispcap.analysis.detection.channel.OpenShell;
import io.aegispcap.analysis.detection.channel.TlsControl;
import io.aegispcap.analysis.detection.content.CertificateFaults;
import io.aegispcap.analysis.detection.content.DisguisedDownload;
import io.aegispcap.analysis.detection.content.RemoteControl;
import io.aegispcap.analysis.detection.content.WorkstationMail;
import io.aegispcap.analysis.detection.control.Command;
import io.aegispcap.analysis.detection.control.ControlCommand;
import io.aegispcap.analysis.detection.control.ControlDiscovery;
import io.aegispcap.analysis.detection.control.ControlWriter;
import io.aegispcap.analysis.detection.credential.Coercion;
import io.aegispcap.analysis.detection.credential.DirectoryReplication;
import io.aegispcap.analysis.detection.credential.KerberosDowngrade;
import io.aegispcap.analysis.detection.credential.NoPreAuthentication;
import io.aegispcap.analysis.detection.credential.PasswordSpraying;
import io.aegispcap.analysis.detection.credential.RadiusSpraying;
import io.aegispcap.analysis.detection.credential.StoredSecrets;
import io.aegispcap.analysis.detection.exploit.JavaReference;
import io.aegispcap.analysis.detection.exploit.Smb1Exploit;
import io.aegispcap.analysis.detection.exploit.Zerologon;
import io.aegispcap.analysis.detection.flood.HeldRequests;
import io.aegispcap.analysis.detection.flood.Monlist;
import io.aegispcap.analysis.detection.flood.PacketFlood;
import io.aegispcap.analysis.detection.flood.Reflection;
import io.aegispcap.analysis.detection.flood.SynFlood;
import io.aegispcap.analysis.detection.local.ArpSpoofing;
import io.aegispcap.analysis.detection.local.DhcpStarvation;
import io.aegispcap.analysis.detection.local.NamePoisoning;
import io.aegispcap.analysis.detection.local.NeighbourSpoofing;
import io.aegispcap.analysis.detection.local.NtlmRelay;
import io.aegispcap.analysis.detection.local.RogueDhcp;
import io.aegispcap.analysis.detection.local.RogueDhcpv6;
import io.aegispcap.analysis.detection.local.RogueRouter;
import io.aegispcap.analysis.detection.login.BruteForce;
import io.aegispcap.analysis.detection.login.ClearCredentials;
import io.aegispcap.analysis.detection.login.TelnetSpread;
import io.aegispcap.analysis.detection.movement.AccountDiscovery;
import io.aegispcap.analysis.detection.movement.AdminShareCopy;
import io.aegispcap.analysis.detection.movement.PolicyWrite;
import io.aegispcap.analysis.detection.movement.RemoteObject;
import io.aegispcap.analysis.detection.movement.RemoteService;
import io.aegispcap.analysis.detection.movement.RemoteShell;
import io.aegispcap.analysis.detection.movement.RemoteTask;
import io.aegispcap.analysis.detection.movement.RemoteWmi;
import io.aegispcap.analysis.detection.movement.ShareEncryption;
import io.aegispcap.analysis.detection.name.DnsTunnel;
import io.aegispcap.analysis.detection.name.EncryptedNames;
import io.aegispcap.analysis.detection.name.GeneratedNames;
import io.aegispcap.analysis.detection.policy.AnonymityNetwork;
import io.aegispcap.analysis.detection.policy.IrcControl;
import io.aegispcap.analysis.detection.policy.Mining;
import io.aegispcap.analysis.detection.policy.PortMismatch;
import io.aegispcap.analysis.detection.policy.RemoteTool;
import io.aegispcap.analysis.detection.policy.VpnUse;
import io.aegispcap.analysis.detection.scan.ArpSweep;
import io.aegispcap.analysis.detection.scan.HostSweep;
import io.aegispcap.analysis.detection.scan.PingSweep;
import io.aegispcap.analysis.detection.scan.PortScan;
import io.aegispcap.analysis.detection.scan.ScannerName;
import io.aegispcap.analysis.detection.scan.ServiceProbe;
import io.aegispcap.analysis.detection.scan.SlowScan;
import io.aegispcap.analysis.detection.scan.StealthScan;
import io.aegispcap.analysis.detection.web.PathSearch;
import io.aegispcap.analysis.detection.web.WebAttack;
import io.aegispcap.analysis.detection.web.WebShell;
import java.util.List;
import java.util.stream.Stream;

/// All detectors, in the order in which they are told of flows and asked for findings.
public final class Detectors {
  private Detectors() {}

  /// Fresh ones, for one run.
  public static List<Detector> all(DetectionOptions options) {
    return Stream.of(outside(options), windows(), inside(options)).flatMap(List::stream).toList();
  }

  /// Scans, floods, guesses, channels, and what is seen of names, certificates and the web.
  private static List<Detector> outside(DetectionOptions options) {
    return List.of(
        new PortScan(),
        new HostSweep(options),
        new PingSweep(),
        new ArpSweep(),
        new SlowScan(),
        new StealthScan(),
        new ServiceProbe(),
        new ScannerName(),
        new SynFlood(),
        new PacketFlood(),
        new Reflection(),
        new Monlist(),
        new BruteForce(),
        new TelnetSpread(),
        new RadiusSpraying(),
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
        new PathSearch(),
        new WebShell(),
        new WorkstationMail(options));
  }

  /// Between Windows hosts.
  private static List<Detector> windows() {
    return List.of(
        new RemoteService(),
        new RemoteTask(),
        new RemoteWmi(),
        new RemoteObject(),
        new RemoteShell(),
        new AdminShareCopy(),
        new PolicyWrite(),
        new ShareEncryption(),
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

  /// Of control systems, policies, and the local network, and tunnels.
  private static List<Detector> inside(DetectionOptions options) {
    return List.of(
        new ControlWriter(),
        new ControlCommand(Command.STOP),
        new ControlCommand(Command.RESTART),
        new ControlCommand(Command.PROGRAM),
        new ControlCommand(Command.UPLOAD),
        new ControlCommand(Command.SILENCE),
        new ControlDiscovery(),
        new Mining(),
        new IrcControl(),
        new OpenShell(),
        new HeldRequests(),
        new AnonymityNetwork(),
        new VpnUse(options),
        new RemoteTool(),
        new PortMismatch(),
        new ArpSpoofing(),
        new NeighbourSpoofing(),
        new RogueDhcp(),
        new RogueDhcpv6(),
        new DhcpStarvation(),
        new RogueRouter(),
        new NamePoisoning(),
        new NtlmRelay(),
        new EncryptedNames(),
        new IcmpTunnel(),
        new TlsControl(options));
  }
}
