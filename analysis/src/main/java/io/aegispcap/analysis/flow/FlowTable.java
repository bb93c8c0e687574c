package io.aegispcap.analysis.flow;

import io.aegispcap.capture.packet.Packet;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The flows that are going on, found by five-tuple, ended by timeouts, closing or want of room.
/// One thread at a time uses a table. Ended flows are handed to the [Ended] receiver, which gives
/// them back by [#recycle], at once or later, so that memory follows concurrent flows.
public final class FlowTable {
  private static final int FIRST_CAPACITY = 1024;

  private final FlowOptions options;
  private final long maxFlows;
  private final long activeNanos;
  private final IdleList tcp;
  private final IdleList udp;
  private final IdleList other;
  private final IdleList closed;
  private final IdleList[] lists;
  private final Ended ended;
  private final Reading reading;
  private final Tuple tuple = new Tuple();
  private final Entropy entropy = new Entropy();
  private @Nullable Flow[] buckets = new Flow[FIRST_CAPACITY];
  private @Nullable Flow free;
  private long size;

  /// Takes a flow that ended.
  @FunctionalInterface
  public interface Ended {
    void flow(Flow flow);
  }

  /// @param maxFlows this table's part of the bound
  public FlowTable(FlowOptions options, long maxFlows, FactSink facts, Ended ended) {
    this.options = options;
    this.maxFlows = maxFlows;
    this.ended = ended;
    reading = Reading.into(facts);
    activeNanos = options.active().toNanos();
    tcp = list(options.tcpIdle());
    udp = list(options.udpIdle());
    other = list(options.otherIdle());
    closed = list(options.closeGrace());
    lists = new IdleList[] {tcp, udp, other, closed};
  }

  private static IdleList list(Duration timeout) {
    return new IdleList(timeout.toNanos());
  }

  /// Adds a packet to its flow, which is opened when there is none.
  ///
  /// @param hash of the packet's five-tuple
  /// @return the flow
  public Flow add(Packet packet, long hash) {
    tuple.of(packet);
    Flow flow = find(hash, packet);
    if (flow == null) {
      flow = open(packet, hash, Direction.isAnswer(packet));
    }
    flow.add(packet, flow.lastForward, entropy);
    place(flow);
    flow.read(packet, reading);
    return flow;
  }

  /// The flow this packet goes on with, after ending one that it can't belong to any more.
  private @Nullable Flow find(long hash, Packet packet) {
    Flow flow = lookUp(hash);
    if (flow == null) {
      return null;
    }
    long now = packet.timestamp();
    IdleList list = listOf(flow);
    boolean reopens = list == closed && packet.has(Packet.SYN) && !packet.has(Packet.ACK);
    if (reopens || list.idle(flow, now) || running(flow).ahead(flow, now)) {
      end(flow, list == closed ? EndReason.END_OF_FLOW : EndReason.IDLE_TIMEOUT);
      return null;
    }
    if (now - flow.start > activeNanos) {
      return continued(flow, packet, hash);
    }
    return flow;
  }

  /// The active timeout cuts a flow: its successor keeps direction and conversation.
  private Flow continued(Flow flow, Packet packet, long hash) {
    boolean forward = flow.lastForward;
    boolean inferred = flow.inferred;
    @Nullable String application = flow.application;
    boolean readThrough = flow.readThrough;
    ConversationReader reader = flow.reader;
    flow.reader = null;
    end(flow, EndReason.ACTIVE_TIMEOUT); // from here on it may be another one
    Flow next = open(packet, hash, !forward);
    next.inferred = inferred;
    next.application = application;
    next.readThrough = readThrough;
    next.reader = reader;
    if (reader != null) {
      reader.continueIn(next);
    }
    return next;
  }

  private @Nullable Flow lookUp(long hash) {
    @Nullable Flow spare = null;
    for (Flow flow = buckets[slot(hash)]; flow != null; flow = flow.nextInBucket) {
      if (flow.hash == hash) {
        boolean forward = tuple.isForwardOf(flow);
        if (forward || tuple.isBackwardOf(flow)) {
          int fit = vlanFit(forward ? flow.forward : flow.backward, flow);
          if (fit == 2) {
            flow.lastForward = forward;
            return flow;
          }
          if (fit == 1) {
            flow.lastForward = forward;
            spare = flow;
          }
        }
      }
    }
    return spare;
  }

  /// 2: the side's VLAN is the packet's; 1: the side has none yet; 0: it is another.
  private int vlanFit(FlowSide side, Flow flow) {
    return switch (options.vlanKey()) {
      case NEVER -> 2;
      case ALWAYS -> tuple.vlan == flow.forward.vlan ? 2 : 0;
      case COLLISION -> side.vlan == tuple.vlan ? 2 : side.vlan == Flow.NO_VLAN_YET ? 1 : 0;
    };
  }

  private Flow open(Packet packet, long hash, boolean reversed) {
    if (size >= maxFlows) {
      end(idlest(), EndReason.LACK_OF_RESOURCES);
    }
    Flow flow = takeFree();
    flow.open(packet, hash, tuple, reversed);
    if (size >= buckets.length) {
      grow();
    }
    int slot = slot(hash);
    flow.nextInBucket = buckets[slot];
    buckets[slot] = flow;
    size++;
    listOf(flow).append(flow);
    return flow;
  }

  private Flow takeFree() {
    Flow flow = free;
    if (flow == null) {
      return new Flow();
    }
    free = flow.nextInBucket;
    flow.nextInBucket = null;
    return flow;
  }

  /// Moves the flow to where its last packet puts it.
  private void place(Flow flow) {
    int vlan = tuple.vlan;
    FlowSide side = flow.lastForward ? flow.forward : flow.backward;
    if (side.vlan == Flow.NO_VLAN_YET) {
      side.vlan = vlan;
    }
    listOf(flow).remove(flow);
    flow.closed = flow.protocol == Packet.TCP && flow.handshake.closed();
    listOf(flow).append(flow);
  }

  private IdleList listOf(Flow flow) {
    return flow.closed ? closed : running(flow);
  }

  /// Where the flow is as long as it isn't closed.
  private IdleList running(Flow flow) {
    return switch (flow.protocol) {
      case Packet.TCP -> tcp;
      case Packet.UDP -> udp;
      default -> other;
    };
  }

  /// An ICMP error quotes a packet: notes it on that packet's flow, when it is going on here.
  public void addError(Packet packet) {
    tuple.of(packet.quoted());
    for (Flow flow = buckets[slot(tuple.hash())]; flow != null; flow = flow.nextInBucket) {
      if (tuple.isForwardOf(flow) || tuple.isBackwardOf(flow)) {
        flow.icmpErrors++;
        return;
      }
    }
  }

  /// Ends flows that have been idle for too long. One whose time lies ahead of the others' does not
  /// keep them from ending.
  ///
  /// @param now time of the latest packets in nanoseconds since 1970-01-01T00:00:00Z
  /// @param atMost so many; the others follow with the next call
  public void expire(long now, int atMost) {
    int left = atMost;
    for (IdleList list : lists) {
      Flow flow = list.oldest();
      while (flow != null && left > 0) {
        if (list.idle(flow, now)) {
          end(flow, list == closed ? EndReason.END_OF_FLOW : EndReason.IDLE_TIMEOUT);
        } else if (list.ahead(flow, now)) {
          list.remove(flow);
          list.append(flow);
        } else {
          break;
        }
        flow = list.oldest();
        left--;
      }
    }
  }

  /// Ends flows at the end of the capture, in the order of their last packets, list by list.
  ///
  /// @param atMost so many
  /// @return whether flows are left
  public boolean finish(int atMost) {
    int left = atMost;
    for (IdleList list : lists) {
      Flow flow = list.oldest();
      while (flow != null && left > 0) {
        end(flow, list == closed ? EndReason.END_OF_FLOW : EndReason.FORCED_END);
        flow = list.oldest();
        left--;
      }
    }
    return size > 0;
  }

  private Flow idlest() {
    @Nullable Flow idlest = null;
    for (IdleList list : lists) {
      Flow flow = list.oldest();
      if (flow != null && (idlest == null || flow.lastSeen < idlest.lastSeen)) {
        idlest = flow;
      }
    }
    if (idlest == null) {
      throw new IllegalStateException("a full table has flows");
    }
    return idlest;
  }

  private void end(Flow flow, EndReason reason) {
    listOf(flow).remove(flow);
    removeFromBucket(flow);
    size--;
    flow.endReason = reason;
    flow.finish();
    ended.flow(flow);
  }

  private void removeFromBucket(Flow flow) {
    int slot = slot(flow.hash);
    Flow before = buckets[slot];
    if (before == flow) {
      buckets[slot] = flow.nextInBucket;
    } else {
      while (before != null && before.nextInBucket != flow) {
        before = before.nextInBucket;
      }
      if (before == null) {
        throw new IllegalStateException("a flow is in its bucket until it ends");
      }
      before.nextInBucket = flow.nextInBucket;
    }
    flow.nextInBucket = null;
  }

  /// Takes back a flow that ended, for use as another one.
  public void recycle(Flow flow) {
    flow.retire();
    flow.nextInBucket = free;
    free = flow;
  }

  /// Flows going on.
  public long size() {
    return size;
  }

  private int slot(long hash) {
    return (int) (hash >>> 8) & buckets.length - 1;
  }

  private void grow() {
    @Nullable Flow[] old = buckets;
    buckets = Arrays.copyOf(new Flow[0], old.length * 2);
    for (Flow flow : old) {
      while (flow != null) {
        Flow next = flow.nextInBucket;
        int slot = slot(flow.hash);
        flow.nextInBucket = buckets[slot];
        buckets[slot] = flow;
        flow = next;
      }
    }
  }
}
