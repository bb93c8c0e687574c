/// Matching of patterns against observed data, one pattern or thousands.
@NullMarked
package io.aegispcap.stix.pattern.match;

import org.jspecify.annotations.NullMarked;
