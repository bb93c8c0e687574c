/// The transport of ISO over TCP (RFC 1006, X.224 class 0), on which S7 and RDP stand.
@NullMarked
package io.aegispcap.capture.protocol.tpkt;

import org.jspecify.annotations.NullMarked;
