/// TLS and SSL handshakes: who was asked for, what was agreed, and the certificates shown.
@NullMarked
package io.aegispcap.capture.protocol.tls;

import org.jspecify.annotations.NullMarked;
