/// Trials: a plugin on one capture, before anybody trusts it.
@NullMarked
package io.aegispcap.platform.plugins.trial;

import org.jspecify.annotations.NullMarked;
