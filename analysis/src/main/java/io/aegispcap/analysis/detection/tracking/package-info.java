/// Bounded memory of hosts, pairs and domains that detectors watch.
@NullMarked
package io.aegispcap.analysis.detection.tracking;

import org.jspecify.annotations.NullMarked;
