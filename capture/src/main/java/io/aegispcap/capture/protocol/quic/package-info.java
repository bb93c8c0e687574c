/// QUIC connections, as far as their first packets tell (RFC 9001, RFC 9369).
@NullMarked
package io.aegispcap.capture.protocol.quic;

import org.jspecify.annotations.NullMarked;
