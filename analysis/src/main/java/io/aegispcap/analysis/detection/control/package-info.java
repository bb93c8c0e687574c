/// Detectors over what is asked of controllers: who writes, who commands, who looks around.
@NullMarked
package io.aegispcap.analysis.detection.control;

import org.jspecify.annotations.NullMarked;
