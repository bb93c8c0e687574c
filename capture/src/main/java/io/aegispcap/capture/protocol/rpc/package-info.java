/// Remote procedure calls of DCE 1.1 (C706) as Windows makes them (MS-RPCE): who calls which
/// operation of which interface.
@NullMarked
package io.aegispcap.capture.protocol.rpc;

import org.jspecify.annotations.NullMarked;
