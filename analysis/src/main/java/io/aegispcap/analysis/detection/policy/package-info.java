/// Traffic that a network may not want, though it need not be an attack: mining, tunnels, remote
/// control, protocols in odd places.
@NullMarked
package io.aegispcap.analysis.detection.policy;

import org.jspecify.annotations.NullMarked;
