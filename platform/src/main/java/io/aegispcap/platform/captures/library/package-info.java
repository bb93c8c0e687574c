/// What is kept: found, changed, deleted and restored, by those who may.
@NullMarked
package io.aegispcap.platform.captures.library;

import org.jspecify.annotations.NullMarked;
