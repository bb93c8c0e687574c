package io.aegispcap.capture.protocol.http2;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;

/// A request and the header of its response, on one stream of HTTP/2. Texts are cut at 2,048
/// characters.
///
/// @param frameId frame where the request ended its header; of the response when only that was seen
/// @param method empty when the request was not seen
/// @param host the `:authority`, or the Host field
/// @param contentType of the request
/// @param status 0 when unanswered
/// @param grpcStatus what a gRPC server said at the end; -1 without it
public record Http2Exchange(
    long frameId,
    long timestamp,
    int stream,
    String method,
    String host,
    String uri,
    String userAgent,
    String contentType,
    int status,
    String responseContentType,
    int grpcStatus)
    implements Fact {

  /// Whether it is a remote procedure call; its target is then `/service/method`.
  public boolean isGrpc() {
    return contentType.startsWith("application/grpc")
        || responseContentType.startsWith("application/grpc");
  }

  @Override
  public String protocol() {
    return "http2";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("http.version", "2");
    out.number("http2.stream", stream);
    out.text("http.request.method", method);
    out.text("url.domain", host);
    out.text("url.original", uri);
    out.text("user_agent.original", userAgent);
    out.text("http.request.content_type", contentType);
    if (status != 0) {
      out.number("http.response.status_code", status);
      out.text("http.response.content_type", responseContentType);
    }
    if (isGrpc()) {
      out.flag("http2.grpc", true);
    }
    if (grpcStatus >= 0) {
      out.number("grpc.status_code", grpcStatus);
    }
  }
}
