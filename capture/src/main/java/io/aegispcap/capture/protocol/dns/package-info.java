/// Domain name questions and their answers (RFC 1035), also as multicast and link-local.
@NullMarked
package io.aegispcap.capture.protocol.dns;

import org.jspecify.annotations.NullMarked;
