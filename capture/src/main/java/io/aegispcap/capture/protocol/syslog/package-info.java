/// Log messages over the network (RFC 3164, RFC 5424): which hosts and programs report.
@NullMarked
package io.aegispcap.capture.protocol.syslog;

import org.jspecify.annotations.NullMarked;
