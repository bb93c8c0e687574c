package io.aegispcap.capture.protocol.http2;

import io.aegispcap.capture.protocol.Conversation;
import java.util.List;

/// A request while its response is awaited.
final class StreamDraft {
  private static final int LONGEST = 2_048;

  private final int stream;
  private final long frameId;
  private final long timestamp;
  private String method = "";
  private String host = "";
  private String uri = "";
  private String userAgent = "";
  private String contentType = "";
  private int status;
  private String responseContentType = "";
  private int grpcStatus = -1;

  StreamDraft(int stream, Conversation conversation) {
    this.stream = stream;
    frameId = conversation.frameId();
    timestamp = conversation.timestamp();
  }

  void request(List<HeaderLine> lines) {
    for (HeaderLine line : lines) {
      switch (line.name()) {
        case ":method" -> method = cut(line.value());
        case ":authority" -> host = cut(line.value());
        case "host" -> host = host.isEmpty() ? cut(line.value()) : host;
        case ":path" -> uri = cut(line.value());
        case "user-agent" -> userAgent = cut(line.value());
        case "content-type" -> contentType = cut(line.value());
        default -> {
          // Fields that are not told of.
        }
      }
    }
  }

  void response(List<HeaderLine> lines) {
    for (HeaderLine line : lines) {
      switch (line.name()) {
        case ":status" -> status = number(line.value(), status);
        case "content-type" -> responseContentType = cut(line.value());
        case "grpc-status" -> grpcStatus = number(line.value(), grpcStatus);
        default -> {
          // Fields that are not told of.
        }
      }
    }
  }

  private static int number(String text, int otherwise) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : otherwise;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }

  Http2Exchange finish() {
    return new Http2Exchange(
        frameId,
        timestamp,
        stream,
        method,
        host,
        uri,
        userAgent,
        contentType,
        status,
        responseContentType,
        grpcStatus);
  }
}
