package io.aegispcap.platform.api.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Holds a small JSON answer back until it is whole, to tag it. Anything else, and what turns out
/// to be large, goes on at once.
final class TaggedResponse extends HttpServletResponseWrapper {
  private static final int LARGEST = 1 << 20; // bytes

  private final HttpServletRequest request;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean passing;
  private @Nullable PrintWriter writer;

  TaggedResponse(HttpServletRequest request, HttpServletResponse response) {
    super(response);
    this.request = request;
  }

  /// Sends what was held back, unless the caller has it.
  void finish() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (passing || held.size() == 0) {
      return;
    }
    if (request.isAsyncStarted()) {
      pass();
      return;
    }
    String tag =
        "W/\"" + HexFormat.of().formatHex(Sha256.start().digest(held.toByteArray())) + "\"";
    setHeader(HttpHeaders.ETAG, tag);
    setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (isKnown(tag)) {
      setStatus(HttpStatus.NOT_MODIFIED.value());
      passing = true;
    } else {
      setContentLength(held.size());
      pass();
    }
  }

  /// Weak comparison. Source: RFC 9110 13.1.2.
  private boolean isKnown(String tag) {
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return known != null && (known.strip().equals("*") || known.contains(tag.substring(2)));
  }

  private boolean mayHold(int more) {
    String type = getContentType();
    boolean json = type != null && (type.startsWith("application/json") || type.contains("+json"));
    return json
        && held.size() + more <= LARGEST
        && getStatus() == HttpStatus.OK.value()
        && !containsHeader(HttpHeaders.ETAG)
        && !containsHeader(HttpHeaders.CONTENT_DISPOSITION)
        && !request.isAsyncStarted();
  }

  private void pass() throws IOException {
    passing = true;
    held.writeTo(super.getOutputStream());
    held.reset();
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return new Held(super.getOutputStream());
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
    }
    return writer;
  }

  /// What is held back is not out yet.
  @Override
  public void flushBuffer() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (passing || held.size() == 0) {
      passing = true;
      super.flushBuffer();
    }
  }

  @Override
  public void resetBuffer() {
    held.reset();
    super.resetBuffer();
  }

  @Override
  public void reset() {
    held.reset();
    super.reset();
  }

  @Override
  public void sendError(int status) throws IOException {
    held.reset();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    held.reset();
    super.sendError(status, message);
  }

  /// Decides at each write whether to hold it back still.
  private final class Held extends ServletOutputStream {
    private final ServletOutputStream direct;

    Held(ServletOutputStream direct) {
      this.direct = direct;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!passing && !mayHold(length)) {
        pass();
      }
      if (passing) {
        direct.write(bytes, offset, length);
      } else {
        held.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() throws IOException {
      if (passing) {
        direct.flush();
      }
    }

    @Override
    public boolean isReady() {
      return direct.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      direct.setWriteListener(listener);
    }
  }
}
