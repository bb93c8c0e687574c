/// Rules that archive alerts as they come in.
@NullMarked
package io.aegispcap.platform.alerts.rule;

import org.jspecify.annotations.NullMarked;
