/// S7 communication of Siemens' controllers over ISO transport: values, blocks, programs.
@NullMarked
package io.aegispcap.capture.protocol.s7;

import org.jspecify.annotations.NullMarked;
