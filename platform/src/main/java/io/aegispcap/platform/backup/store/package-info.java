/// The tables, out of the database and into an empty one.
@NullMarked
package io.aegispcap.platform.backup.store;

import org.jspecify.annotations.NullMarked;
