/// Attacks on web servers: what requests carry, and whether the answers show that it worked.
@NullMarked
package io.aegispcap.analysis.detection.web;

import org.jspecify.annotations.NullMarked;
