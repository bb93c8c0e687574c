/// STUN and TURN (RFC 8489, RFC 8656): which addresses hosts have outside.
@NullMarked
package io.aegispcap.capture.protocol.stun;

import org.jspecify.annotations.NullMarked;
