/// An author's day: make a plugin, try it, check it, pack it, sign it.
@NullMarked
package io.aegispcap.cli.plugin;

import org.jspecify.annotations.NullMarked;
