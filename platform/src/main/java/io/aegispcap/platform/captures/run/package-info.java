/// Analyses: asked for, done as jobs, kept.
@NamedInterface("run")
@NullMarked
package io.aegispcap.platform.captures.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
