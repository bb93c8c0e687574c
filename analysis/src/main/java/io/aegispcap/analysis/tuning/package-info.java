/// What people know of their network, applied to alerts: what is allowed, what devices are, what is
/// usual there. Nothing is lost by it: what is left out is told with its reason.
@NullMarked
package io.aegispcap.analysis.tuning;

import org.jspecify.annotations.NullMarked;
