package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Optional;

/// `pdf-ext`, section 6.7.4 of STIX 2.1.
public record PdfExt(JsonObject json) implements PredefinedExtension {

  public static PdfExt of() {
    return new PdfExt(JsonObject.EMPTY);
  }

  public Optional<String> version() {
    return View.text(json, "version");
  }

  public PdfExt withVersion(String version) {
    return with("version", JsonValue.of(version));
  }

  public Optional<Boolean> isOptimized() {
    return View.truth(json, "is_optimized");
  }

  public PdfExt withIsOptimized(boolean isOptimized) {
    return with("is_optimized", JsonValue.of(isOptimized));
  }

  public Optional<JsonObject> documentInfoDict() {
    return View.object(json, "document_info_dict");
  }

  public PdfExt withDocumentInfoDict(JsonObject documentInfoDict) {
    return with("document_info_dict", documentInfoDict);
  }

  public Optional<String> pdfid0() {
    return View.text(json, "pdfid0");
  }

  public PdfExt withPdfid0(String pdfid0) {
    return with("pdfid0", JsonValue.of(pdfid0));
  }

  public Optional<String> pdfid1() {
    return View.text(json, "pdfid1");
  }

  public PdfExt withPdfid1(String pdfid1) {
    return with("pdfid1", JsonValue.of(pdfid1));
  }

  public PdfExt with(String property, JsonValue value) {
    return new PdfExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "pdf-ext";
  }
}
