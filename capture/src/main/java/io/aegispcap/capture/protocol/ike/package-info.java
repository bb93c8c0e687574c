/// The Internet Key Exchange (RFC 7296, RFC 2409): who sets up IPsec with whom.
@NullMarked
package io.aegispcap.capture.protocol.ike;

import org.jspecify.annotations.NullMarked;
