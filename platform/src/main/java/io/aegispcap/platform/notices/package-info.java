/// What people are told, at the bell.
@ApplicationModule(allowedDependencies = {"access", "web", "database"})
@NullMarked
package io.aegispcap.platform.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
