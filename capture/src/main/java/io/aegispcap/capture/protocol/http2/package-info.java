/// HTTP/2 without TLS (RFC 9113, RFC 7541): requests and responses by their header fields.
@NullMarked
package io.aegispcap.capture.protocol.http2;

import org.jspecify.annotations.NullMarked;
