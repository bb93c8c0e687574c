/// Its side of the database.
@NullMarked
package io.aegispcap.platform.backup.store;

import org.jspecify.annotations.NullMarked;
