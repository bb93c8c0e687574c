package io.aegispcap.analysis.detection.policy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Services for remote access, and for ways into networks past their border, with the domains that
/// their programs call, `|` between them. Source: the vendors' documentation for firewalls.
enum RemoteService {
  TEAMVIEWER("TeamViewer", "teamviewer.com"),
  ANYDESK("AnyDesk", "anydesk.com"),
  RUSTDESK("RustDesk", "rustdesk.com"),
  CHROME("Chrome Remote Desktop", "remotedesktop.google.com|remotedesktop-pa.googleapis.com"),
  LOGMEIN("LogMeIn", "logmein.com|logmein-gateway.com|gotomypc.com"),
  SCREENCONNECT("ScreenConnect", "screenconnect.com"),
  SPLASHTOP("Splashtop", "splashtop.com|splashtop.eu"),
  DWSERVICE("DWService", "dwservice.net"),
  ZOHO_ASSIST("Zoho Assist", "assist.zoho.com|assist.zoho.eu"),
  BEYONDTRUST("BeyondTrust", "beyondtrustcloud.com|bomgarcloud.com"),
  ATERA("Atera", "atera.com"),
  ULTRAVIEWER("UltraViewer", "ultraviewer.net"),
  PARSEC("Parsec", "parsec.app|parsecgaming.com"),
  REMOTE_UTILITIES("Remote Utilities", "remoteutilities.com"),
  SUPREMO("Supremo", "supremocontrol.com"),
  GETSCREEN("Getscreen", "getscreen.me"),
  MESHCENTRAL("MeshCentral", "meshcentral.com"),
  NINJA("NinjaOne", "ninjarmm.com"),
  ACTION1("Action1", "action1.com"),
  SIMPLEHELP("SimpleHelp", "simple-help.com"),
  NGROK("ngrok", "ngrok.com|ngrok.io|ngrok-agent.com|ngrok.app|ngrok-free.app"),
  CLOUDFLARED("Cloudflare Tunnel", "argotunnel.com|trycloudflare.com"),
  DEV_TUNNELS("Dev Tunnels", "devtunnels.ms|tunnels.api.visualstudio.com"),
  LOCALTUNNEL("Localtunnel", "localtunnel.me|loca.lt"),
  SERVEO("Serveo", "serveo.net"),
  PAGEKITE("PageKite", "pagekite.net|pagekite.me"),
  PLAYIT("playit.gg", "playit.gg"),
  TMATE("tmate", "tmate.io"),
  TAILSCALE("Tailscale", "tailscale.com|tailscale.io"),
  ZEROTIER("ZeroTier", "zerotier.com");

  private static final Map<String, RemoteService> BY_DOMAIN = byDomain();

  /// The last two labels of their domains: most names end otherwise.
  private static final Set<String> ENDINGS =
      BY_DOMAIN.keySet().stream().map(RemoteService::ending).collect(Collectors.toSet());

  private final String title;
  private final String domains;

  RemoteService(String title, String domains) {
    this.title = title;
    this.domains = domains;
  }

  private static Map<String, RemoteService> byDomain() {
    Map<String, RemoteService> all = new HashMap<>();
    for (RemoteService service : values()) {
      for (String domain : service.domains.split("\\|", -1)) {
        all.put(domain, service);
      }
    }
    return all;
  }

  String title() {
    return title;
  }

  /// The service that owns a name, or a domain above it.
  static Optional<RemoteService> of(String name) {
    String rest = name.toLowerCase(Locale.ROOT);
    if (!ENDINGS.contains(ending(rest))) {
      return Optional.empty();
    }
    while (rest.indexOf('.') >= 0) {
      RemoteService service = BY_DOMAIN.get(rest);
      if (service != null) {
        return Optional.of(service);
      }
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return Optional.empty();
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
  }
}
