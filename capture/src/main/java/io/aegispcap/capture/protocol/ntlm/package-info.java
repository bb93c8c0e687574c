/// NTLM's messages (MS-NLMP), wherever they are carried.
@NullMarked
package io.aegispcap.capture.protocol.ntlm;

import org.jspecify.annotations.NullMarked;
