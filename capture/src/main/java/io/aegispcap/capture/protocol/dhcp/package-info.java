/// Hosts asking for an IPv4 address and what they say of themselves (RFC 2131).
@NullMarked
package io.aegispcap.capture.protocol.dhcp;

import org.jspecify.annotations.NullMarked;
