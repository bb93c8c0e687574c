/// The file, and the two commands that write and read it.
@NullMarked
package io.aegispcap.platform.backup.file;

import org.jspecify.annotations.NullMarked;
