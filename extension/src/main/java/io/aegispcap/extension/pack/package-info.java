/// Packages of plugins: what is in them, how they are written, and what is checked before any of it
/// runs.
@NullMarked
package io.aegispcap.extension.pack;

import org.jspecify.annotations.NullMarked;
