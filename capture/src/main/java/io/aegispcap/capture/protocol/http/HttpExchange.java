package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.Optional;

/// A request and its response, if one was seen. Source: RFC 9110, RFC 9112. Texts are the bytes as
/// ISO 8859-1 characters, at most 2,048 of them.
///
/// @param frameId frame where the request ended its header; of the response when only that was seen
/// @param answerFrameId frame where the response ended its header; 0 when there is none
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param method empty when the request was not seen
/// @param host the Host field, or the authority of an absolute target; empty when there is none
/// @param uri the request target as it was sent
/// @param version such as `1.1`
/// @param status 100 to 999; 0 when unanswered
/// @param contentDispositionFilename name that the response proposes for its body (RFC 6266)
/// @param requestBodyLength bytes transferred, chunk framing left out
/// @param responseBodyLength bytes transferred, chunk framing left out
/// @param basicUser user name of an `Authorization: Basic` field, whose password stood beside it in
///   the clear (RFC 7617); the password is never kept
/// @param content beginnings of the bodies and conspicuous fields; never written out
/// @param responseContentEncoding such as `gzip`: the digests are then of the encoded bytes
public record HttpExchange(
    long frameId,
    long answerFrameId,
    long timestamp,
    String method,
    String host,
    String uri,
    String version,
    Optional<String> userAgent,
    Optional<String> referrer,
    int status,
    Optional<String> requestContentType,
    Optional<String> responseContentType,
    Optional<String> responseContentEncoding,
    Optional<String> contentDispositionFilename,
    long requestBodyLength,
    long responseBodyLength,
    Optional<BodyHash> requestBody,
    Optional<BodyHash> responseBody,
    Optional<String> basicUser,
    Optional<String> server,
    HttpContent content)
    implements Fact {

  @Override
  public String protocol() {
    return "http";
  }

  @Override
  public void describe(FactWriter out) {
    out.text("http.version", version);
    out.text("http.request.method", method);
    out.text("url.domain", host);
    out.text("url.original", uri);
    out.text("user_agent.original", userAgent.orElse(""));
    out.text("http.request.referrer", referrer.orElse(""));
    describeBody(out, "http.request", requestContentType, requestBodyLength, requestBody);
    if (status != 0) {
      out.number("http.response.status_code", status);
      out.text("http.response.server", server.orElse(""));
      describeBody(out, "http.response", responseContentType, responseBodyLength, responseBody);
      out.text("http.response.content_encoding", responseContentEncoding.orElse(""));
    }
    out.text("file.name", contentDispositionFilename.orElse(""));
    responseBody.or(() -> requestBody).ifPresent(body -> describeFile(out, body));
    out.text("user.name", basicUser.orElse(""));
    if (basicUser.isPresent()) {
      out.flag("login.cleartext", true);
    }
  }

  private static void describeBody(
      FactWriter out, String prefix, Optional<String> type, long length, Optional<BodyHash> body) {
    out.text(prefix + ".content_type", type.orElse(""));
    out.text(prefix + ".mime_type", body.map(BodyHash::magicMime).orElse(""));
    if (length > 0) {
      out.number(prefix + ".body.bytes", length);
    }
  }

  private static void describeFile(FactWriter out, BodyHash body) {
    out.text("file.hash.md5", body.md5());
    out.text("file.hash.sha1", body.sha1());
    out.text("file.hash.sha256", body.sha256());
    out.text("file.mime_type", body.magicMime());
    out.number("file.size", body.length());
    out.flag("file.complete", body.complete());
  }
}
