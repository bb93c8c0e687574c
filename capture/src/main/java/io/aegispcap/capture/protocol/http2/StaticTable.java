package io.aegispcap.capture.protocol.http2;

import java.util.List;

/// Fields that both sides know from the beginning (RFC 7541 Appendix A), from index 1 on.
final class StaticTable {
  private static final List<HeaderLine> LINES =
      List.of(
              ":authority=|:method=GET|:method=POST|:path=/|:path=/index.html|:scheme=http",
              ":scheme=https|:status=200|:status=204|:status=206|:status=304|:status=400",
              ":status=404|:status=500|accept-charset=|accept-encoding=gzip, deflate",
              "accept-language=|accept-ranges=|accept=|access-control-allow-origin=|age=|allow=",
              "authorization=|cache-control=|content-disposition=|content-encoding=",
              "content-language=|content-length=|content-location=|content-range=|content-type=",
              "cookie=|date=|etag=|expect=|expires=|from=|host=|if-match=|if-modified-since=",
              "if-none-match=|if-range=|if-unmodified-since=|last-modified=|link=|location=",
              "max-forwards=|proxy-authenticate=|proxy-authorization=|range=|referer=|refresh=",
              "retry-after=|server=|set-cookie=|strict-transport-security=|transfer-encoding=",
              "user-agent=|vary=|via=|www-authenticate=")
          .stream()
          .flatMap(row -> List.of(row.split("\\|", -1)).stream())
          .map(
              line -> {
                int equals = line.indexOf('=');
                return new HeaderLine(line.substring(0, equals), line.substring(equals + 1));
              })
          .toList();

  static final int SIZE = LINES.size();

  private StaticTable() {}

  static HeaderLine at(int index) {
    return LINES.get(index - 1);
  }
}
