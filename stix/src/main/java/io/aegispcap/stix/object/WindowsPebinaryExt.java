package io.aegispcap.stix.object;

import io.aegispcap.stix.json.JsonObject;
import io.aegispcap.stix.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `windows-pebinary-ext`, section 6.7.6 of STIX 2.1.
public record WindowsPebinaryExt(JsonObject json) implements PredefinedExtension {

  public static WindowsPebinaryExt of(String peType) {
    return new WindowsPebinaryExt(JsonObject.EMPTY.with("pe_type", JsonValue.of(peType)));
  }

  public String peType() {
    return View.needed(json, "pe_type", View.text(json, "pe_type"));
  }

  public WindowsPebinaryExt withPeType(String peType) {
    return with("pe_type", JsonValue.of(peType));
  }

  public Optional<String> imphash() {
    return View.text(json, "imphash");
  }

  public WindowsPebinaryExt withImphash(String imphash) {
    return with("imphash", JsonValue.of(imphash));
  }

  public Optional<byte[]> machineHex() {
    return View.hex(json, "machine_hex");
  }

  public WindowsPebinaryExt withMachineHex(byte[] machineHex) {
    return with("machine_hex", Encoded.hex(machineHex));
  }

  public Optional<Long> numberOfSections() {
    return View.whole(json, "number_of_sections");
  }

  public WindowsPebinaryExt withNumberOfSections(long numberOfSections) {
    return with("number_of_sections", JsonValue.of(numberOfSections));
  }

  public Optional<StixTimestamp> timeDateStamp() {
    return View.timestamp(json, "time_date_stamp");
  }

  public WindowsPebinaryExt withTimeDateStamp(StixTimestamp timeDateStamp) {
    return with("time_date_stamp", JsonValue.of(timeDateStamp.toString()));
  }

  public Optional<byte[]> pointerToSymbolTableHex() {
    return View.hex(json, "pointer_to_symbol_table_hex");
  }

  public WindowsPebinaryExt withPointerToSymbolTableHex(byte[] pointerToSymbolTableHex) {
    return with("pointer_to_symbol_table_hex", Encoded.hex(pointerToSymbolTableHex));
  }

  public Optional<Long> numberOfSymbols() {
    return View.whole(json, "number_of_symbols");
  }

  public WindowsPebinaryExt withNumberOfSymbols(long numberOfSymbols) {
    return with("number_of_symbols", JsonValue.of(numberOfSymbols));
  }

  public Optional<Long> sizeOfOptionalHeader() {
    return View.whole(json, "size_of_optional_header");
  }

  public WindowsPebinaryExt withSizeOfOptionalHeader(long sizeOfOptionalHeader) {
    return with("size_of_optional_header", JsonValue.of(sizeOfOptionalHeader));
  }

  public Optional<byte[]> characteristicsHex() {
    return View.hex(json, "characteristics_hex");
  }

  public WindowsPebinaryExt withCharacteristicsHex(byte[] characteristicsHex) {
    return with("characteristics_hex", Encoded.hex(characteristicsHex));
  }

  public Map<String, String> fileHeaderHashes() {
    return View.hashes(json, "file_header_hashes");
  }

  public WindowsPebinaryExt withFileHeaderHashes(Map<String, String> fileHeaderHashes) {
    return with("file_header_hashes", Encoded.hashes(fileHeaderHashes));
  }

  public Optional<WindowsPeOptionalHeader> optionalHeader() {
    return View.structure(json, "optional_header", WindowsPeOptionalHeader::new);
  }

  public WindowsPebinaryExt withOptionalHeader(WindowsPeOptionalHeader optionalHeader) {
    return with("optional_header", optionalHeader.json());
  }

  public List<WindowsPeSection> sections() {
    return View.structures(json, "sections", WindowsPeSection::new);
  }

  public WindowsPebinaryExt withSections(List<WindowsPeSection> sections) {
    return with("sections", Encoded.structures(sections));
  }

  public WindowsPebinaryExt with(String property, JsonValue value) {
    return new WindowsPebinaryExt(json.with(property, value));
  }

  @Override
  public String key() {
    return "windows-pebinary-ext";
  }
}
