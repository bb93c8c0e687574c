package io.aegispcap.capture.protocol.rpc;

import io.aegispcap.capture.protocol.Bytes;
import io.aegispcap.capture.protocol.Conversation;
import io.aegispcap.capture.protocol.Fact;
import io.aegispcap.capture.protocol.Side;
import io.aegispcap.capture.protocol.ntlm.NtlmExchange;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One association: what its contexts are bound to, and calls that wait for their answer, at most
/// [#MOST_WAITING] of them. Beyond [#MOST_CALLS] calls no more are told of.
final class RpcSession {
  static final int MOST_WAITING = 64;
  static final int MOST_CALLS = 8192;

  private static final int MOST_CONTEXTS = 256;
  private static final int CONTEXTS_AT = 24;
  private static final int CONTEXT_HEADER = 24;
  private static final int SYNTAX = 20;
  private static final int PRIVACY = 6;
  private static final int STATUS = 4;
  private static final String NETLOGON = "NETLOGON";

  private final Conversation conversation;
  private final String endpoint;
  private final Map<Integer, String> contexts = new HashMap<>();
  private final SequencedMap<Long, RpcCall> waiting = new LinkedHashMap<>();
  private final NtlmExchange ntlm;
  private String authentication = "none";
  private int level = 1;
  private int calls;

  /// @param endpoint name of the pipe; empty over TCP
  RpcSession(Conversation conversation, String endpoint) {
    this.conversation = conversation;
    this.endpoint = endpoint;
    this.ntlm = new NtlmExchange(conversation, "dce_rpc", this::tell);
  }

  /// @return whether more is wanted
  boolean accept(Side side, RpcPdu pdu) {
    switch (pdu.type()) {
      case RpcPdu.BIND, RpcPdu.ALTER_CONTEXT -> bind(pdu);
      case RpcPdu.BIND_ACK, RpcPdu.AUTH3 -> login(side, pdu);
      case RpcPdu.REQUEST -> {
        if (side == Side.CLIENT && pdu.isFirst()) {
          request(pdu);
        }
      }
      case RpcPdu.RESPONSE -> {
        if (side == Side.SERVER && pdu.isFirst()) {
          response(pdu);
        }
      }
      case RpcPdu.FAULT -> fault(pdu);
      default -> {
        // Says nothing of calls.
      }
    }
    return calls < MOST_CALLS;
  }

  private void login(Side side, RpcPdu pdu) {
    if (pdu.authLength() == 0) {
      return;
    }
    if (side == Side.CLIENT) {
      ntlm.client(pdu.token());
    } else {
      ntlm.server(pdu.token());
    }
  }

  private void bind(RpcPdu pdu) {
    if (pdu.authLength() > 0) {
      authentication = provider(pdu.provider());
      level = pdu.level();
      ntlm.client(pdu.token());
    }
    int at = CONTEXTS_AT + 4;
    for (int left = pdu.u8(CONTEXTS_AT); left > 0; left--) {
      if (contexts.size() < MOST_CONTEXTS) {
        contexts.put(pdu.u16(at), pdu.uuid(at + 4));
      }
      at += CONTEXT_HEADER + pdu.u8(at + 2) * SYNTAX;
    }
  }

  private void request(RpcPdu pdu) {
    String id = contexts.getOrDefault(pdu.u16(20), "");
    int opnum = pdu.u16(22);
    String name = RpcInterfaces.name(id);
    String operation = RpcInterfaces.operation(id, opnum);
    boolean open = level < PRIVACY && pdu.isLittle();
    Bytes stub = open ? pdu.stub() : Bytes.of(new byte[0]);
    emit(
        waiting.put(
            pdu.callId(),
            new RpcCall(
                conversation.frameId(),
                conversation.timestamp(),
                endpoint,
                id,
                name,
                opnum,
                operation,
                authentication,
                protection(),
                Stub.texts(stub, isAnsi(name, operation) ? 1 : 2),
                activates(operation) ? Stub.classes(stub) : List.of(),
                name.equals(NETLOGON) && zeroCredential(operation, stub),
                false,
                OptionalLong.empty(),
                OptionalLong.empty())));
    if (waiting.size() > MOST_WAITING) {
      emit(waiting.pollFirstEntry().getValue());
    }
  }

  /// The service manager's operations are there twice, with texts of 8 and of 16 bits a character.
  private static boolean isAnsi(String name, String operation) {
    return name.equals("SVCCTL") && operation.endsWith("A");
  }

  private static boolean activates(String operation) {
    return operation.startsWith("Remote");
  }

  private static boolean zeroCredential(String operation, Bytes stub) {
    return operation.startsWith("NetrServerAuthenticate")
        && Stub.isZeroCredential(stub, !operation.equals("NetrServerAuthenticate"));
  }

  private void response(RpcPdu pdu) {
    RpcCall call = waiting.remove(pdu.callId());
    if (call == null) {
      return;
    }
    Bytes stub = pdu.stub();
    boolean readable = level < PRIVACY && pdu.isLast() && stub.length() >= STATUS;
    emit(
        call.answered(
            readable
                ? OptionalLong.of(stub.u32Little(stub.length() - STATUS))
                : OptionalLong.empty(),
            OptionalLong.empty()));
  }

  private void fault(RpcPdu pdu) {
    RpcCall call = waiting.remove(pdu.callId());
    if (call != null) {
      emit(call.answered(OptionalLong.empty(), OptionalLong.of(pdu.u32(24))));
    }
  }

  /// What waits goes unanswered.
  void close() {
    waiting.values().forEach(this::emit);
    waiting.clear();
  }

  private void emit(@Nullable RpcCall call) {
    if (call != null) {
      tell(call);
    }
  }

  private void tell(Fact fact) {
    if (calls < MOST_CALLS) {
      calls++;
      conversation.emit(fact);
    }
  }

  private String protection() {
    return switch (level) {
      case 2 -> "connect";
      case 3 -> "call";
      case 4 -> "packet";
      case 5 -> "integrity";
      case PRIVACY -> "privacy";
      default -> "none";
    };
  }

  /// MS-RPCE 2.2.1.1.7.
  private static String provider(int number) {
    return switch (number) {
      case 0 -> "none";
      case 9 -> "negotiate";
      case 10 -> "ntlm";
      case 14 -> "schannel";
      case 16 -> "kerberos";
      case 68 -> "netlogon";
      default -> Integer.toString(number);
    };
  }
}
