package io.aegispcap.capture.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.aegispcap.capture.Tshark;
import io.aegispcap.capture.protocol.kerberos.KerberosExchange;
import io.aegispcap.capture.protocol.kerberos.KerberosProtocol;
import io.aegispcap.capture.protocol.rpc.RpcCall;
import io.aegispcap.capture.protocol.rpc.RpcProtocol;
import io.aegispcap.capture.protocol.smb.SmbFile;
import io.aegispcap.capture.protocol.smb.SmbProtocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Calls, files and tickets of real captures against what tshark shows of them.
@Tag("corpus")
class WindowsDifferentialTests {
  private static final int EACH = 8;

  private static List<Path> captures() throws Exception {
    List<Path> captures = new ArrayList<>(TsharkFrames.captures("lateral", EACH));
    captures.addAll(TsharkFrames.captures("exploit/PetitPotam", EACH));
    return captures;
  }

  /// Requests only where the binding was seen: without it tshark guesses from other captures.
  @Test
  void readsTheCallsThatTsharkReads() throws Exception {
    int calls = 0;
    for (Path capture : captures()) {
      List<String> theirs =
          rows(capture, "dcerpc.pkt_type == 0 && dcerpc.cn_flags.first_frag == 1", "dcerpc.opnum");
      List<String> ours =
          Stream.concat(
                  CaptureReplay.facts(capture, new RpcProtocol()).stream(),
                  CaptureReplay.facts(capture, new SmbProtocol()).stream())
              .filter(RpcCall.class::isInstance)
              .map(fact -> Integer.toString(((RpcCall) fact).opnum()))
              .sorted()
              .toList();
      assertThat(ours).as(capture.toString()).isEqualTo(theirs);
      calls += ours.size();
    }
    System.out.println("RPC: " + calls + " calls equal");
  }

  @Test
  void readsTheFileNamesThatTsharkReads() throws Exception {
    for (Path capture : captures()) {
      List<String> theirs =
          rows(capture, "smb2.cmd == 5 && smb2.flags.response == 0", "smb2.filename");
      List<String> ours =
          CaptureReplay.facts(capture, new SmbProtocol()).stream()
              .filter(SmbFile.class::isInstance)
              .map(fact -> ((SmbFile) fact).name())
              .filter(name -> !name.isEmpty())
              .sorted()
              .toList();
      assertThat(ours).as(capture.toString()).isEqualTo(theirs);
    }
  }

  @Test
  void readsTheTicketRequestsThatTsharkReads() throws Exception {
    for (Path capture : captures()) {
      List<String> theirs =
          rows(capture, "kerberos.msg_type == 10 || kerberos.msg_type == 12", "kerberos.realm");
      List<KerberosExchange> ours =
          CaptureReplay.facts(capture, new KerberosProtocol()).stream()
              .map(KerberosExchange.class::cast)
              .filter(exchange -> !exchange.offered().isEmpty())
              .toList();
      assertThat(ours).as(capture.toString()).hasSize(theirs.size());
    }
  }

  private static List<String> rows(Path capture, String filter, String field) throws Exception {
    return Tshark.over(capture).filter(filter).rows(field).stream()
        .map(List::getFirst)
        .flatMap(values -> Stream.of(values.split(",", -1)))
        .filter(value -> !value.isEmpty())
        .sorted()
        .toList();
  }
}
