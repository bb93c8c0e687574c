/// Network captures: uploaded, analysed, shown, shared.
@ApplicationModule(allowedDependencies = {"access", "web", "database", "blobs", "jobs", "network"})
@NullMarked
package io.aegispcap.platform.captures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
