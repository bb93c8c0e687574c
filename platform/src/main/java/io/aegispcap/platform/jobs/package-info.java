/// Work that takes long: queued durably, done by any node, shown while it goes on.
@ApplicationModule(allowedDependencies = {"access", "web", "database"})
@NullMarked
package io.aegispcap.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
