package io.aegispcap.extension.sandbox;

import io.aegispcap.cage.wire.ToChild;
import io.aegispcap.cage.wire.ToHost;
import io.aegispcap.plugin.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Posts for plugins: to hosts that were granted, over HTTPS, never to addresses inside, without
/// following redirects, at a bounded rate and size. The name is resolved and judged here; the JDK
/// keeps what it resolved for 30 s, so that the connection goes where the judgement went.
public final class HttpGate implements HttpCalls {
  private static final int MAX_BODY = 256 << 10;
  private static final int MAX_ANSWER = 64 << 10;
  private static final int CALLS_A_MINUTE = 60;
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Set<String> OURS =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(WAIT)
          .build();
  private final Set<String> inside;
  private final InstantSource clock;
  private final Map<String, Deque<Instant>> recent = new HashMap<>();

  /// @param inside hosts that the administrator allows though they are inside, and over plain HTTP
  ///   too
  public HttpGate(Set<String> inside, InstantSource clock) {
    this.inside = Set.copyOf(inside);
    this.clock = clock;
  }

  @Override
  public ToChild.Called call(CagedPlugin plugin, ToHost.Call call) {
    URI target;
    try {
      target = URI.create(call.url());
    } catch (IllegalArgumentException e) {
      return failed("no address: " + e.getMessage());
    }
    return refusal(plugin, call, target).map(HttpGate::failed).orElseGet(() -> post(target, call));
  }

  private Optional<String> refusal(CagedPlugin plugin, ToHost.Call call, URI target) {
    String host = target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
    if (!plugin.granted().contains(new Capability(Capability.Kind.HTTP, host))) {
      return Optional.of("not granted: http:" + host);
    }
    boolean allowedInside = inside.contains(host);
    if (!"https".equals(target.getScheme()) && !allowedInside || target.getUserInfo() != null) {
      return Optional.of("only https, and no credentials in the address");
    }
    if (call.body().length() > MAX_BODY) {
      return Optional.of("a body holds at most " + MAX_BODY + " characters");
    }
    if (!withinRate(plugin.metadata().id())) {
      return Optional.of("at most " + CALLS_A_MINUTE + " calls a minute");
    }
    return allowedInside ? Optional.empty() : insideAddress(host);
  }

  private synchronized boolean withinRate(String plugin) {
    Deque<Instant> times = recent.computeIfAbsent(plugin, _ -> new ArrayDeque<>());
    Instant now = clock.instant();
    while (!times.isEmpty() && times.getFirst().isBefore(now.minus(Duration.ofMinutes(1)))) {
      times.removeFirst();
    }
    if (times.size() >= CALLS_A_MINUTE) {
      return false;
    }
    times.addLast(now);
    return true;
  }

  private static Optional<String> insideAddress(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isInside(address)) {
          return Optional.of(host + " is at " + address.getHostAddress() + ", which is inside");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("there is no host " + host);
    }
  }

  /// Loopback, link-local, private, shared (RFC 6598), unique local (RFC 4193), multicast,
  /// unspecified.
  static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    boolean shared = bytes.length == 4 && first == 100 && (bytes[1] & 0xc0) == 64;
    boolean reserved = bytes.length == 4 && (first == 0 || first >= 240);
    boolean uniqueLocal = bytes.length == 16 && (first & 0xfe) == 0xfc;
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || shared
        || reserved
        || uniqueLocal;
  }

  private ToChild.Called post(URI target, ToHost.Call call) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target)
              .timeout(WAIT)
              .POST(HttpRequest.BodyPublishers.ofString(call.body()));
      call.headers()
          .forEach(
              (name, value) -> {
                if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                  request.header(name, value);
                }
              });
      HttpResponse<InputStream> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        String text = new String(body.readNBytes(MAX_ANSWER), StandardCharsets.UTF_8);
        return new ToChild.Called("", answer.statusCode(), text);
      }
    } catch (IllegalArgumentException e) {
      return failed("no request: " + e.getMessage());
    } catch (IOException e) {
      return failed("no answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("interrupted");
    }
  }

  private static ToChild.Called failed(String why) {
    return new ToChild.Called(why, 0, "");
  }
}
