/// The Session Initiation Protocol (RFC 3261): who called, registered or probed.
@NullMarked
package io.aegispcap.capture.protocol.sip;

import org.jspecify.annotations.NullMarked;
