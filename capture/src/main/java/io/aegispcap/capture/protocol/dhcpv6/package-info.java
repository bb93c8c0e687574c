/// Hosts asking for IPv6 addresses and prefixes, and what they are told (RFC 8415).
@NullMarked
package io.aegispcap.capture.protocol.dhcpv6;

import org.jspecify.annotations.NullMarked;
