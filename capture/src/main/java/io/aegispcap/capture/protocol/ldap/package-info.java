/// Directory queries (RFC 4511), over TCP and, for locating servers, over UDP (MS-ADTS 6.3.3).
@NullMarked
package io.aegispcap.capture.protocol.ldap;

import org.jspecify.annotations.NullMarked;
