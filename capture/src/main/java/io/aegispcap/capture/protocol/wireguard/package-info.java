/// WireGuard's messages, of which only types and lengths can be seen.
@NullMarked
package io.aegispcap.capture.protocol.wireguard;

import org.jspecify.annotations.NullMarked;
