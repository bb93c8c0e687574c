/// The front door: home, and search over everything.
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package io.aegispcap.platform.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
