/// Kerberos 5 (RFC 4120): which tickets clients ask for, and how they are encrypted.
@NullMarked
package io.aegispcap.capture.protocol.kerberos;

import org.jspecify.annotations.NullMarked;
