/// Connections whose rhythm, length or volume tells what they are for.
@NullMarked
package io.aegispcap.analysis.detection.channel;

import org.jspecify.annotations.NullMarked;
