/// HTTP/1 requests, their responses, and digests of what they carried (RFC 9112).
@NullMarked
package io.aegispcap.capture.protocol.http;

import org.jspecify.annotations.NullMarked;
