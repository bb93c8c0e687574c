/// How the platform answers: pages and their frame, problems, and the headers that keep browsers
/// safe.
@ApplicationModule(allowedDependencies = {"access", "database"})
@NullMarked
package io.aegispcap.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
