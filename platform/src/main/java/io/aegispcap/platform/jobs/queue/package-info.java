/// How jobs are queued, given to workers, and brought to an end.
@NullMarked
package io.aegispcap.platform.jobs.queue;

import org.jspecify.annotations.NullMarked;
