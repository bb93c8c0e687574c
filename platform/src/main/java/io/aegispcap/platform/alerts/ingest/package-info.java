/// How alerts come in from analyses.
@NullMarked
package io.aegispcap.platform.alerts.ingest;

import org.jspecify.annotations.NullMarked;
