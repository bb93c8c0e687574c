/// Plugins at work in analyses.
@NullMarked
package io.aegispcap.platform.plugins.running;

import org.jspecify.annotations.NullMarked;
