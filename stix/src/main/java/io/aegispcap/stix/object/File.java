package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `file`, section 6.7 of STIX 2.1.
public record File(JsonObject json) implements CyberObservable {

  /// With the identifier that follows from what it says.
  public static File of() {
    return new File(Encoded.identified(Encoded.observable("file")));
  }

  public Map<String, String> hashes() {
    return View.hashes(json, "hashes");
  }

  public File withHashes(Map<String, String> hashes) {
    return with("hashes", Encoded.hashes(hashes));
  }

  public Optional<Long> size() {
    return View.whole(json, "size");
  }

  public File withSize(long size) {
    return with("size", JsonValue.of(size));
  }

  public Optional<String> name() {
    return View.text(json, "name");
  }

  public File withName(String name) {
    return with("name", JsonValue.of(name));
  }

  public Optional<String> nameEnc() {
    return View.text(json, "name_enc");
  }

  public File withNameEnc(String nameEnc) {
    return with("name_enc", JsonValue.of(nameEnc));
  }

  public Optional<byte[]> magicNumberHex() {
    return View.hex(json, "magic_number_hex");
  }

  public File withMagicNumberHex(byte[] magicNumberHex) {
    return with("magic_number_hex", Encoded.hex(magicNumberHex));
  }

  public Optional<String> mimeType() {
    return View.text(json, "mime_type");
  }

  public File withMimeType(String mimeType) {
    return with("mime_type", JsonValue.of(mimeType));
  }

  public Optional<StixTimestamp> ctime() {
    return View.timestamp(json, "ctime");
  }

  public File withCtime(StixTimestamp ctime) {
    return with("ctime", JsonValue.of(ctime.toString()));
  }

  public Optional<StixTimestamp> mtime() {
    return View.timestamp(json, "mtime");
  }

  public File withMtime(StixTimestamp mtime) {
    return with("mtime", JsonValue.of(mtime.toString()));
  }

  public Optional<StixTimestamp> atime() {
    return View.timestamp(json, "atime");
  }

  public File withAtime(StixTimestamp atime) {
    return with("atime", JsonValue.of(atime.toString()));
  }

  public Optional<StixId> parentDirectoryRef() {
    return View.id(json, "parent_directory_ref");
  }

  public File withParentDirectoryRef(StixId parentDirectoryRef) {
    return with("parent_directory_ref", JsonValue.of(parentDirectoryRef.toString()));
  }

  public List<StixId> containsRefs() {
    return View.ids(json, "contains_refs");
  }

  public File withContainsRefs(List<StixId> containsRefs) {
    return with("contains_refs", Encoded.ids(containsRefs));
  }

  public Optional<StixId> contentRef() {
    return View.id(json, "content_ref");
  }

  public File withContentRef(StixId contentRef) {
    return with("content_ref", JsonValue.of(contentRef.toString()));
  }

  public Optional<ArchiveExt> archiveExt() {
    return View.extension(json, "archive-ext", ArchiveExt::new);
  }

  public File withArchiveExt(ArchiveExt archiveExt) {
    return with("extensions", Encoded.extension(json, "archive-ext", archiveExt));
  }

  public Optional<NtfsExt> ntfsExt() {
    return View.extension(json, "ntfs-ext", NtfsExt::new);
  }

  public File withNtfsExt(NtfsExt ntfsExt) {
    return with("extensions", Encoded.extension(json, "ntfs-ext", ntfsExt));
  }

  public Optional<PdfExt> pdfExt() {
    return View.extension(json, "pdf-ext", PdfExt::new);
  }

  public File withPdfExt(PdfExt pdfExt) {
    return with("extensions", Encoded.extension(json, "pdf-ext", pdfExt));
  }

  public Optional<RasterImageExt> rasterImageExt() {
    return View.extension(json, "raster-image-ext", RasterImageExt::new);
  }

  public File withRasterImageExt(RasterImageExt rasterImageExt) {
    return with("extensions", Encoded.extension(json, "raster-image-ext", rasterImageExt));
  }

  public Optional<WindowsPebinaryExt> windowsPebinaryExt() {
    return View.extension(json, "windows-pebinary-ext", WindowsPebinaryExt::new);
  }

  public File withWindowsPebinaryExt(WindowsPebinaryExt windowsPebinaryExt) {
    return with("extensions", Encoded.extension(json, "windows-pebinary-ext", windowsPebinaryExt));
  }

  @Override
  public File with(String property, JsonValue value) {
    return new File(Encoded.identified(json.with(property, value)));
  }
}
