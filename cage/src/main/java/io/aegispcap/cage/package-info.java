/// A plugin's own process: locks itself up, then loads the plugin and hands it what the host sends.
@NullMarked
package io.aegispcap.cage;

import org.jspecify.annotations.NullMarked;
