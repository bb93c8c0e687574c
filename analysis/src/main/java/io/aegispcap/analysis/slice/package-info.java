/// Packets taken out of a capture: those of a flow, or those that prove an alert.
@NullMarked
package io.aegispcap.analysis.slice;

import org.jspecify.annotations.NullMarked;
