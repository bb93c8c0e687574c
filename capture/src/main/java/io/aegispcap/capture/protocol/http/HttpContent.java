package io.aegispcap.capture.protocol.http;

import io.aegispcap.capture.protocol.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// What an exchange said beyond its addresses, for those who look for attacks in it. It is read and
/// never written out: bodies and cookies hold what is nobody else's business.
///
/// @param fields those of the request whose values hold characters that attacks need, such as `${`
///   or quotes; at most [#MOST_FIELDS], values at most 2,048 characters. Credentials are left out
/// @param requestHead the first bytes of the request's body as ISO 8859-1 characters, at most
///   [#REQUEST_HEAD]; empty for media
/// @param responseHead likewise of the response's body as transferred, at most [#RESPONSE_HEAD]
public record HttpContent(List<Field> fields, String requestHead, String responseHead) {
  public static final int REQUEST_HEAD = 8 << 10;
  public static final int RESPONSE_HEAD = 4 << 10;
  static final int MOST_FIELDS = 8;
  private static final int INFLATED = 16 << 10;
  private static final int GZIP_HEADER = 10;

  public static final HttpContent NONE = new HttpContent(List.of(), "", "");

  /// A header field.
  ///
  /// @param name in lower case
  public record Field(String name, String value) {}

  public HttpContent {
    fields = List.copyOf(fields);
  }

  /// The beginning of the response's body with `gzip` or `deflate` undone (RFC 9110 8.4.1), at most
  /// 16 KiB; empty when that fails or another coding was used.
  ///
  /// @param encoding the response's Content-Encoding; empty without one
  public String responseText(String encoding) {
    return switch (encoding) {
      case "", "identity" -> responseHead;
      case "gzip", "x-gzip" -> inflated(gzipHeader(), true);
      case "deflate" -> inflated(0, false);
      default -> "";
    };
  }

  /// Length of the header (RFC 1952 2.3); beyond the end when it has parts that servers don't send.
  private int gzipHeader() {
    boolean usual =
        responseHead.length() > GZIP_HEADER
            && responseHead.charAt(0) == 0x1f
            && responseHead.charAt(1) == 0x8b
            && responseHead.charAt(3) == 0;
    return usual ? GZIP_HEADER : responseHead.length();
  }

  private String inflated(int from, boolean raw) {
    byte[] packed = responseHead.substring(from).getBytes(StandardCharsets.ISO_8859_1);
    byte[] plain = new byte[INFLATED];
    Inflater inflater = new Inflater(raw);
    try {
      inflater.setInput(packed);
      int length = inflater.inflate(plain);
      return Bytes.of(plain).latin1(0, length);
    } catch (DataFormatException notCompressed) {
      return "";
    } finally {
      inflater.end();
    }
  }
}
