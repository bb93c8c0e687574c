package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.FactWriter;
import java.util.List;
import java.util.OptionalLong;

/// A remote procedure call. Source: C706 12.6, MS-RPCE 2.2.2. Its arguments are read only when they
/// are not encrypted, which is said by `protection`.
///
/// @param frameId frame that completed the request's first fragment
/// @param timestamp nanoseconds since 1970-01-01T00:00:00Z of `frameId`
/// @param endpoint name of the pipe, without `\pipe\`; empty over TCP
/// @param interfaceId UUID in lower case; empty when the binding was not seen
/// @param interfaceName such as `SVCCTL`; empty when it is not known
/// @param opnum operation number, 0 to 65,535
/// @param operation such as `RCreateServiceW`; empty when it is not known
/// @param authentication who vouches for the caller: `none`, `ntlm`, `kerberos`, `negotiate`,
///   `netlogon`, or the number of another provider
/// @param protection `none`, `connect`, `call`, `packet`, `integrity` or `privacy`; with `privacy`
///   arguments are encrypted
/// @param texts those of its first arguments that are text, at most 8 of at most 512 characters
/// @param classIds well-known COM classes that are to be activated, by name
/// @param zeroCredential whether a Netlogon credential of eight zero bytes was sent (CVE-2020-1472)
/// @param answered whether an answer or a fault came
/// @param status what the operation returned, unsigned; empty when unanswered or encrypted
/// @param fault status of a fault in place of an answer, unsigned
public record RpcCall(
    long frameId,
    long timestamp,
    String endpoint,
    String interfaceId,
    String interfaceName,
    int opnum,
    String operation,
    String authentication,
    String protection,
    List<String> texts,
    List<String> classIds,
    boolean zeroCredential,
    boolean answered,
    OptionalLong status,
    OptionalLong fault)
    implements Fact {
  public RpcCall {
    texts = List.copyOf(texts);
    classIds = List.copyOf(classIds);
  }

  @Override
  public String protocol() {
    return "dce_rpc";
  }

  RpcCall answered(OptionalLong returned, OptionalLong failure) {
    return new RpcCall(
        frameId,
        timestamp,
        endpoint,
        interfaceId,
        interfaceName,
        opnum,
        operation,
        authentication,
        protection,
        texts,
        classIds,
        zeroCredential,
        true,
        returned,
        failure);
  }

  /// Whether it is that operation, by the names of `interfaces.txt`.
  public boolean is(String wantedInterface, String wantedOperation) {
    return interfaceName.equals(wantedInterface) && operation.equals(wantedOperation);
  }

  /// Whether an answer came that is neither a fault nor, as far as can be read, an error.
  public boolean succeeded() {
    return answered && fault.isEmpty() && status.orElse(0) == 0;
  }

  @Override
  public void describe(FactWriter out) {
    out.text("dce_rpc.interface.id", interfaceId);
    out.text("dce_rpc.interface.name", interfaceName);
    out.number("dce_rpc.opnum", opnum);
    out.text("dce_rpc.operation", operation);
    out.text("dce_rpc.endpoint", endpoint);
    out.text("dce_rpc.authentication", authentication);
    out.text("dce_rpc.protection", protection);
    out.list("dce_rpc.texts", texts);
    out.list("dce_rpc.classes", classIds);
    out.flag("dce_rpc.answered", answered);
    if (zeroCredential) {
      out.flag("dce_rpc.zero_credential", true);
    }
    status.ifPresent(value -> out.text("dce_rpc.status", hex(value)));
    fault.ifPresent(value -> out.text("dce_rpc.fault", hex(value)));
  }

  private static String hex(long value) {
    return String.format("0x%08x", value);
  }
}
