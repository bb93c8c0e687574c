package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/// `windows-pe-optional-header-type`, section 6.7.6.2 of STIX 2.1.
public record WindowsPeOptionalHeader(JsonObject json) implements Structure {

  public static WindowsPeOptionalHeader of() {
    return new WindowsPeOptionalHeader(JsonObject.EMPTY);
  }

  public Optional<byte[]> magicHex() {
    return View.hex(json, "magic_hex");
  }

  public WindowsPeOptionalHeader withMagicHex(byte[] magicHex) {
    return with("magic_hex", Encoded.hex(magicHex));
  }

  public Optional<Long> majorLinkerVersion() {
    return View.whole(json, "major_linker_version");
  }

  public WindowsPeOptionalHeader withMajorLinkerVersion(long majorLinkerVersion) {
    return with("major_linker_version", JsonValue.of(majorLinkerVersion));
  }

  public Optional<Long> minorLinkerVersion() {
    return View.whole(json, "minor_linker_version");
  }

  public WindowsPeOptionalHeader withMinorLinkerVersion(long minorLinkerVersion) {
    return with("minor_linker_version", JsonValue.of(minorLinkerVersion));
  }

  public Optional<Long> sizeOfCode() {
    return View.whole(json, "size_of_code");
  }

  public WindowsPeOptionalHeader withSizeOfCode(long sizeOfCode) {
    return with("size_of_code", JsonValue.of(sizeOfCode));
  }

  public Optional<Long> sizeOfInitializedData() {
    return View.whole(json, "size_of_initialized_data");
  }

  public WindowsPeOptionalHeader withSizeOfInitializedData(long sizeOfInitializedData) {
    return with("size_of_initialized_data", JsonValue.of(sizeOfInitializedData));
  }

  public Optional<Long> sizeOfUninitializedData() {
    return View.whole(json, "size_of_uninitialized_data");
  }

  public WindowsPeOptionalHeader withSizeOfUninitializedData(long sizeOfUninitializedData) {
    return with("size_of_uninitialized_data", JsonValue.of(sizeOfUninitializedData));
  }

  public Optional<Long> addressOfEntryPoint() {
    return View.whole(json, "address_of_entry_point");
  }

  public WindowsPeOptionalHeader withAddressOfEntryPoint(long addressOfEntryPoint) {
    return with("address_of_entry_point", JsonValue.of(addressOfEntryPoint));
  }

  public Optional<Long> baseOfCode() {
    return View.whole(json, "base_of_code");
  }

  public WindowsPeOptionalHeader withBaseOfCode(long baseOfCode) {
    return with("base_of_code", JsonValue.of(baseOfCode));
  }

  public Optional<Long> baseOfData() {
    return View.whole(json, "base_of_data");
  }

  public WindowsPeOptionalHeader withBaseOfData(long baseOfData) {
    return with("base_of_data", JsonValue.of(baseOfData));
  }

  public Optional<Long> imageBase() {
    return View.whole(json, "image_base");
  }

  public WindowsPeOptionalHeader withImageBase(long imageBase) {
    return with("image_base", JsonValue.of(imageBase));
  }

  public Optional<Long> sectionAlignment() {
    return View.whole(json, "section_alignment");
  }

  public WindowsPeOptionalHeader withSectionAlignment(long sectionAlignment) {
    return with("section_alignment", JsonValue.of(sectionAlignment));
  }

  public Optional<Long> fileAlignment() {
    return View.whole(json, "file_alignment");
  }

  public WindowsPeOptionalHeader withFileAlignment(long fileAlignment) {
    return with("file_alignment", JsonValue.of(fileAlignment));
  }

  public Optional<Long> majorOsVersion() {
    return View.whole(json, "major_os_version");
  }

  public WindowsPeOptionalHeader withMajorOsVersion(long majorOsVersion) {
    return with("major_os_version", JsonValue.of(majorOsVersion));
  }

  public Optional<Long> minorOsVersion() {
    return View.whole(json, "minor_os_version");
  }

  public WindowsPeOptionalHeader withMinorOsVersion(long minorOsVersion) {
    return with("minor_os_version", JsonValue.of(minorOsVersion));
  }

  public Optional<Long> majorImageVersion() {
    return View.whole(json, "major_image_version");
  }

  public WindowsPeOptionalHeader withMajorImageVersion(long majorImageVersion) {
    return with("major_image_version", JsonValue.of(majorImageVersion));
  }

  public Optional<Long> minorImageVersion() {
    return View.whole(json, "minor_image_version");
  }

  public WindowsPeOptionalHeader withMinorImageVersion(long minorImageVersion) {
    return with("minor_image_version", JsonValue.of(minorImageVersion));
  }

  public Optional<Long> majorSubsystemVersion() {
    return View.whole(json, "major_subsystem_version");
  }

  public WindowsPeOptionalHeader withMajorSubsystemVersion(long majorSubsystemVersion) {
    return with("major_subsystem_version", JsonValue.of(majorSubsystemVersion));
  }

  public Optional<Long> minorSubsystemVersion() {
    return View.whole(json, "minor_subsystem_version");
  }

  public WindowsPeOptionalHeader withMinorSubsystemVersion(long minorSubsystemVersion) {
    return with("minor_subsystem_version", JsonValue.of(minorSubsystemVersion));
  }

  public Optional<byte[]> win32VersionValueHex() {
    return View.hex(json, "win32_version_value_hex");
  }

  public WindowsPeOptionalHeader withWin32VersionValueHex(byte[] win32VersionValueHex) {
    return with("win32_version_value_hex", Encoded.hex(win32VersionValueHex));
  }

  public Optional<Long> sizeOfImage() {
    return View.whole(json, "size_of_image");
  }

  public WindowsPeOptionalHeader withSizeOfImage(long sizeOfImage) {
    return with("size_of_image", JsonValue.of(sizeOfImage));
  }

  public Optional<Long> sizeOfHeaders() {
    return View.whole(json, "size_of_headers");
  }

  public WindowsPeOptionalHeader withSizeOfHeaders(long sizeOfHeaders) {
    return with("size_of_headers", JsonValue.of(sizeOfHeaders));
  }

  public Optional<byte[]> checksumHex() {
    return View.hex(json, "checksum_hex");
  }

  public WindowsPeOptionalHeader withChecksumHex(byte[] checksumHex) {
    return with("checksum_hex", Encoded.hex(checksumHex));
  }

  public Optional<byte[]> subsystemHex() {
    return View.hex(json, "subsystem_hex");
  }

  public WindowsPeOptionalHeader withSubsystemHex(byte[] subsystemHex) {
    return with("subsystem_hex", Encoded.hex(subsystemHex));
  }

  public Optional<byte[]> dllCharacteristicsHex() {
    return View.hex(json, "dll_characteristics_hex");
  }

  public WindowsPeOptionalHeader withDllCharacteristicsHex(byte[] dllCharacteristicsHex) {
    return with("dll_characteristics_hex", Encoded.hex(dllCharacteristicsHex));
  }

  public Optional<Long> sizeOfStackReserve() {
    return View.whole(json, "size_of_stack_reserve");
  }

  public WindowsPeOptionalHeader withSizeOfStackReserve(long sizeOfStackReserve) {
    return with("size_of_stack_reserve", JsonValue.of(sizeOfStackReserve));
  }

  public Optional<Long> sizeOfStackCommit() {
    return View.whole(json, "size_of_stack_commit");
  }

  public WindowsPeOptionalHeader withSizeOfStackCommit(long sizeOfStackCommit) {
    return with("size_of_stack_commit", JsonValue.of(sizeOfStackCommit));
  }

  public Optional<Long> sizeOfHeapReserve() {
    return View.whole(json, "size_of_heap_reserve");
  }

  public WindowsPeOptionalHeader withSizeOfHeapReserve(long sizeOfHeapReserve) {
    return with("size_of_heap_reserve", JsonValue.of(sizeOfHeapReserve));
  }

  public Optional<Long> sizeOfHeapCommit() {
    return View.whole(json, "size_of_heap_commit");
  }

  public WindowsPeOptionalHeader withSizeOfHeapCommit(long sizeOfHeapCommit) {
    return with("size_of_heap_commit", JsonValue.of(sizeOfHeapCommit));
  }

  public Optional<byte[]> loaderFlagsHex() {
    return View.hex(json, "loader_flags_hex");
  }

  public WindowsPeOptionalHeader withLoaderFlagsHex(byte[] loaderFlagsHex) {
    return with("loader_flags_hex", Encoded.hex(loaderFlagsHex));
  }

  public Optional<Long> numberOfRvaAndSizes() {
    return View.whole(json, "number_of_rva_and_sizes");
  }

  public WindowsPeOptionalHeader withNumberOfRvaAndSizes(long numberOfRvaAndSizes) {
    return with("number_of_rva_and_sizes", JsonValue.of(numberOfRvaAndSizes));
  }

  public Map<String, String> hashes() {
    return View.hashes(json, "hashes");
  }

  public WindowsPeOptionalHeader withHashes(Map<String, String> hashes) {
    return with("hashes", Encoded.hashes(hashes));
  }

  public WindowsPeOptionalHeader with(String property, JsonValue value) {
    return new WindowsPeOptionalHeader(json.with(property, value));
  }
}
