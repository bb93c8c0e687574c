package io.aegispcap.platform.audit.store;

import io.aegispcap.platform.access.PersonId;
import java.util.Optional;

/// What is to be appended, but for its place in the chain.
record Deed(
    Optional<PersonId> person, String address, String action, String target, String detail) {}
