/// SNMP 1, 2c and 3: devices asked about themselves, and told (RFC 1157, RFC 3416, RFC 3412).
@NullMarked
package io.aegispcap.capture.protocol.snmp;

import org.jspecify.annotations.NullMarked;
