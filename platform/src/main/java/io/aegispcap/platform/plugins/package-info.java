/// Plugins: offered, checked, tried without trust, installed by consent, at work in each analysis.
@ApplicationModule(
    allowedDependencies = {"access", "web", "database", "blobs", "jobs", "notices", "captures"})
@NullMarked
package io.aegispcap.platform.plugins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
