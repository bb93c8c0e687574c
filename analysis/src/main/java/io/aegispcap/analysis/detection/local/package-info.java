/// Attacks that need the attacker on the same link: false addresses, servers, routers and names.
@NullMarked
package io.aegispcap.analysis.detection.local;

import org.jspecify.annotations.NullMarked;
