package io.aegispcap.platform.api.web;

import io.aegispcap.platform.access.Caller;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request whose small body was read ahead, so that it can be told from others.
final class RepeatableRequest extends HttpServletRequestWrapper {
  private static final int LARGEST = 1 << 20; // bytes

  private static final Pattern JSON =
      Pattern.compile("application/([a-z0-9.-]+\\+)?json\\b", Pattern.CASE_INSENSITIVE);

  private final byte[] body;

  private RepeatableRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /// Empty when the body is too large; a form with files is, whatever its size, since the container
  /// reads it by itself.
  static Optional<RepeatableRequest> read(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type != null && type.startsWith("multipart/")) {
      return Optional.empty();
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    return body.length > LARGEST
        ? Optional.empty()
        : Optional.of(new RepeatableRequest(request, body));
  }

  /// Whether it says what to do, in JSON or by its path alone. What brings content to be stored
  /// takes too long for a transaction, and is known by its hash when it comes again.
  boolean fitsATransaction() {
    return body.length == 0 || isJson(getContentType());
  }

  /// Endpoints that store content don't take it as JSON.
  private static boolean isJson(@Nullable String type) {
    return type != null && JSON.matcher(type).lookingAt();
  }

  /// Of all that decides what is done, and what is answered: also what the caller may.
  byte[] fingerprint(Caller.Person caller) {
    MessageDigest digest = Sha256.start();
    for (String part :
        new @Nullable String[] {
          getMethod(),
          getRequestURI(),
          getQueryString(),
          getContentType(),
          caller.roles().stream().sorted().toList().toString(),
          caller.scopes().stream().sorted().toList().toString()
        }) {
      digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return digest.digest(body);
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Replay(new ByteArrayInputStream(body));
  }

  @Override
  public BufferedReader getReader() {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }

  /// The body, from the beginning.
  private static final class Replay extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Replay(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return bytes.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read it as a stream");
    }
  }
}
