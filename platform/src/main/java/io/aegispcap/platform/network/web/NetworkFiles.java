package io.aegispcap.platform.network.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aegispcap.platform.access.Permission;
import io.aegispcap.platform.access.Requires;
import io.aegispcap.platform.network.KnownCalibration;
import io.aegispcap.platform.network.KnownEntry;
import io.aegispcap.platform.network.NetworkBook;
import io.aegispcap.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Hands out what is known as the files that `aegis analyze` takes.
@Controller
class NetworkFiles {
  private final NetworkBook book;

  NetworkFiles(NetworkBook book) {
    this.book = book;
  }

  /// For `--allow`.
  @GetMapping({"/network/allow-list", "/api/v1/network/allow-list"})
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "What is allowed and devices, as a file for aegis analyze --allow")
  ResponseEntity<byte[]> allowList() {
    String lines =
        book.known().entries().stream()
            .map(KnownEntry::entry)
            .map(entry -> entry.line() + "\n")
            .collect(Collectors.joining());
    return file("allow.jsonl", lines);
  }

  /// For `--calibration`, as it came.
  @GetMapping({"/network/calibration", "/api/v1/network/calibration"})
  @Requires(Permission.MAINTAIN)
  @Operation(summary = "The calibration, as a file for aegis analyze --calibration")
  ResponseEntity<byte[]> calibration() {
    return file(
        "network.json",
        book.calibration()
            .map(KnownCalibration::text)
            .orElseThrow(() -> ProblemException.notFound("calibration")));
  }

  private static ResponseEntity<byte[]> file(String name, String text) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(text.getBytes(UTF_8));
  }
}
