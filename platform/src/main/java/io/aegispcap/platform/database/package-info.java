/// Where everything is kept: the data directory, and PostgreSQL, our own in it or a server
/// elsewhere.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.aegispcap.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
