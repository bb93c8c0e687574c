/// Internet Relay Chat (RFC 2812): who spoke on which channels of which server.
@NullMarked
package io.aegispcap.capture.protocol.irc;

import org.jspecify.annotations.NullMarked;
