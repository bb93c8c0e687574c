/// What a plugin implements, and what it may see.
@NullMarked
package io.aegispcap.plugin;

import org.jspecify.annotations.NullMarked;
