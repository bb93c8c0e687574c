/// The Trivial File Transfer Protocol (RFC 1350): which files were asked for.
@NullMarked
package io.aegispcap.capture.protocol.tftp;

import org.jspecify.annotations.NullMarked;
