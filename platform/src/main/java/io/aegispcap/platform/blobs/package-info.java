/// Content kept by its SHA-256: captures, reports, packages. The same content is kept once.
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package io.aegispcap.platform.blobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
