/// Time requests and answers (RFC 5905), and the control queries that reflection abuses.
@NullMarked
package io.aegispcap.capture.protocol.ntp;

import org.jspecify.annotations.NullMarked;
