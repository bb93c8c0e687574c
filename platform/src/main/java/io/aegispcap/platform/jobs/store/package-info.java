/// Its table, and the database's way of telling nodes that it changed.
@NullMarked
package io.aegispcap.platform.jobs.store;

import org.jspecify.annotations.NullMarked;
