/// DNP3, by which stations of power and water are polled and controlled (IEEE 1815).
@NullMarked
package io.aegispcap.capture.protocol.dnp3;

import org.jspecify.annotations.NullMarked;
