/// What programs can rely on at every endpoint: allowances, answers that are not repeated, posts
/// that can be, and a description of it all.
@ApplicationModule(allowedDependencies = {"access", "web"})
@NullMarked
package io.aegispcap.platform.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
