/// IEC 60870-5-104, by which stations of power grids are watched and controlled.
@NullMarked
package io.aegispcap.capture.protocol.iec104;

import org.jspecify.annotations.NullMarked;
