package io.spotcheck.transport;

import io.spotcheck.resolution.Timing.Phase;
import io.spotcheck.resolution.Timing.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Notes when each step of one HTTP call began and ended. */
final class ExchangeClock extends EventListener {

    private final long started = System.nanoTime();
    private final Map<Step, Long> open = new EnumMap<>(Step.class);
    private final List<Phase> phases = new ArrayList<>();
    private long ended;

    synchronized void finish() {
        if (ended == 0) {
            List.copyOf(open.keySet()).forEach(this::end);
            ended = System.nanoTime();
        }
    }

    synchronized Duration elapsed() {
        return Duration.ofNanos(ended - started);
    }

    synchronized List<Phase> phases() {
        return List.copyOf(phases);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        begin(Step.DNS);
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        end(Step.DNS);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        begin(Step.CONNECT);
    }

    @Override
    public void secureConnectStart(Call call) {
        end(Step.CONNECT);
        begin(Step.TLS);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        end(Step.TLS);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        end(Step.CONNECT);
    }

    @Override
    public void connectFailed(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol,
                              IOException failure) {
        end(Step.TLS);
        end(Step.CONNECT);
    }

    @Override
    public void requestHeadersStart(Call call) {
        begin(Step.SEND);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        end(Step.SEND);
        begin(Step.WAIT);
    }

    @Override
    public void requestBodyStart(Call call) {
        open.remove(Step.WAIT);
        begin(Step.SEND);
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        end(Step.SEND);
        begin(Step.WAIT);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        end(Step.WAIT);
        begin(Step.RECEIVE);
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        end(Step.RECEIVE);
    }

    private synchronized void begin(Step step) {
        if (ended == 0) {
            open.putIfAbsent(step, System.nanoTime());
        }
    }

    private synchronized void end(Step step) {
        Long from = open.remove(step);
        if (from != null && ended == 0) {
            phases.add(new Phase(step, Duration.ofNanos(from - started), Duration.ofNanos(System.nanoTime() - from)));
        }
    }
}
