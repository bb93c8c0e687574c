/// How connections of Remote Desktop begin (MS-RDPBCGR): what is asked for in the open.
@NullMarked
package io.aegispcap.capture.protocol.rdp;

import org.jspecify.annotations.NullMarked;
