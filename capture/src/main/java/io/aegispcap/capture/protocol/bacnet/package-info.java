/// BACnet over IP, the language of building automation (ASHRAE 135, annex J).
@NullMarked
package io.aegispcap.capture.protocol.bacnet;

import org.jspecify.annotations.NullMarked;
