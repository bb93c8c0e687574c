/// What plugins cost, and how many there can be.
@NullMarked
package io.aegispcap.bench.plugins;

import org.jspecify.annotations.NullMarked;
