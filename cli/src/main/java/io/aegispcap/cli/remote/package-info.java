/// Commands that talk to a platform over its HTTP API.
@NullMarked
package io.aegispcap.cli.remote;

import org.jspecify.annotations.NullMarked;
