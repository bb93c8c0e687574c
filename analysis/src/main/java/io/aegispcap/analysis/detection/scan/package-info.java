/// Who looks for hosts and services.
@NullMarked
package io.aegispcap.analysis.detection.scan;

import org.jspecify.annotations.NullMarked;
