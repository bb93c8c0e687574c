/// How well detection does on captures whose truth is known.
@NullMarked
package io.aegispcap.analysis.detection.evaluation;

import org.jspecify.annotations.NullMarked;
