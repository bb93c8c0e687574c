/// The place where people meet: one application of modules, each a package below this one.
@NullMarked
package io.aegispcap.platform;

import org.jspecify.annotations.NullMarked;
