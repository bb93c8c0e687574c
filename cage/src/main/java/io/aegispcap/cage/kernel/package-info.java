/// Functions of the C library and the kernel that Java has no methods for.
@NullMarked
package io.aegispcap.cage.kernel;

import org.jspecify.annotations.NullMarked;
