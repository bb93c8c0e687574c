/// Analyses: asked for, done as jobs, kept.
@NullMarked
package io.aegispcap.platform.captures.run;

import org.jspecify.annotations.NullMarked;
