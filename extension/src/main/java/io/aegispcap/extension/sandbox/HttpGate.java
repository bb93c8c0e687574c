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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
  private final Duration wait;
  private final Map<String, Deque<Instant>> recent = new HashMap<>();

  /// @param inside hosts that the administrator allows though they are inside, and over plain HTTP
  ///   too
  public HttpGate(Set<String> inside, InstantSource clock) {
    this(inside, clock, WAIT);
  }

  /// @param wait how long a call may take
  HttpGate(Set<String> inside, InstantSource clock, Duration wait) {
    this.inside = Set.copyOf(inside);
    this.clock = clock;
    this.wait = wait;
  }

  @Override
  public ToChild.Called call(CagedPlugin plugin, ToHost.Call call) {
    URI target;
    try {
      target = URI.create(call.url());
    } catch (IllegalArgumentException e) {
      return failed("no address: " + e.getMessage());
    }
    Optional<String> refusal = refusal(plugin, call, target);
    return refusal.map(HttpGate::failed).orElseGet(() -> inTime(() -> judged(target, call)));
  }

  private Optional<String> refusal(CagedPlugin plugin, ToHost.Call call, URI target) {
    String host = host(target);
    if (!plugin.granted().contains(new Capability(Capability.Kind.HTTP, host))) {
      return Optional.of("not granted: http:" + host);
    }
    if (!"https".equals(target.getScheme()) && !inside.contains(host)
        || target.getUserInfo() != null) {
      return Optional.of("only https, and no credentials in the address");
    }
    if (call.body().length() > MAX_BODY) {
      return Optional.of("a body holds at most " + MAX_BODY + " characters");
    }
    if (!withinRate(plugin.metadata().id())) {
      return Optional.of("at most " + CALLS_A_MINUTE + " calls a minute");
    }
    return Optional.empty();
  }

  private ToChild.Called judged(URI target, ToHost.Call call)
      throws IOException, InterruptedException {
    String host = host(target);
    Optional<String> refusal = inside.contains(host) ? Optional.empty() : insideAddress(host);
    return refusal.isPresent() ? failed(refusal.get()) : post(target, call);
  }

  private static String host(URI target) {
    return target.getHost() == null ? "" : target.getHost().toLowerCase(Locale.ROOT);
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

  /// The whole call is bounded, with its name's resolution and the answer's body: a server may send
  /// a byte at a time.
  private ToChild.Called inTime(Callable<ToChild.Called> call) {
    FutureTask<ToChild.Called> task = new FutureTask<>(call);
    Thread.ofVirtual().name("plugin-call").start(task);
    try {
      return task.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      task.cancel(true);
      return failed("no answer within " + wait.toMillis() + " ms");
    } catch (ExecutionException e) {
      return failed("no answer: " + e.getCause());
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      return failed("interrupted");
    }
  }

  private ToChild.Called post(URI target, ToHost.Call call)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(wait)
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
  }

  private static ToChild.Called failed(String why) {
    return new ToChild.Called(why, 0, "");
  }
}
