/// Access servers asking who may come in, and telling what was used (RFC 2865, RFC 2866).
@NullMarked
package io.aegispcap.capture.protocol.radius;

import org.jspecify.annotations.NullMarked;
