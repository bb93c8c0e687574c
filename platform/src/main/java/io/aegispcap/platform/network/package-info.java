/// What people know of their network: what is inside, what is allowed, what devices are, what is
/// usual.
@ApplicationModule(allowedDependencies = {"access", "web", "database"})
@NullMarked
package io.aegispcap.platform.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
