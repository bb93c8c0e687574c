/// The detectors there are, in the order in which they report.
@NullMarked
package io.aegispcap.analysis.detection.catalogue;

import org.jspecify.annotations.NullMarked;
