/// End-to-end benchmarks: builds the large capture, and turns the measured runs into a page.
@NullMarked
package io.aegispcap.bench;

import org.jspecify.annotations.NullMarked;
