/// OpenVPN's control channel, as far as it is not encrypted.
@NullMarked
package io.aegispcap.capture.protocol.openvpn;

import org.jspecify.annotations.NullMarked;
