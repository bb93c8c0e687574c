/// Plugins in processes of their own, which the kernel keeps in their cage.
@NullMarked
package io.aegispcap.extension.sandbox;

import org.jspecify.annotations.NullMarked;
