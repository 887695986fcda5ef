package io.spotcheck.orchestrator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.AdResponse;
import io.spotcheck.ad.ErrorCode;
import io.spotcheck.protocol.vast.VastProtocolHandler;
import io.spotcheck.protocol.vast.VastUpstream;
import io.spotcheck.resolution.ResolutionListener;
import io.spotcheck.tracking.RecordingTracker;
import io.spotcheck.transport.HttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fetch that is called off, or whose time is up, leaves no thread, no connection and no open file behind. */
class FreedResourcesTest {

    private static final int FETCHES = 40;
    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final Pattern OURS = Pattern.compile("\"name\": \"(fetch-\\d+|handler|exchange)\"");
    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 100\r\n\r\n<VAST";

    @TempDir
    private Path folder;
    private StallingServer server;
    private HttpTransport transport;
    private int dumps;
    /** What other tests have left behind. */
    private long others;

    @BeforeEach
    void open() throws IOException {
        others = threads();
        server = new StallingServer();
        transport = new HttpTransport();
    }

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/half"})
    void whenItIsCalledOff(String path) throws IOException {
        round(path, Duration.ofMinutes(1), true, ErrorCode.CANCELLED);
        long files = openFiles();
        assertThat(ours()).isZero();

        round(path, Duration.ofMinutes(1), true, ErrorCode.CANCELLED);

        assertFree(files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/half"})
    void whenItsTimeIsUp(String path) throws IOException {
        round(path, Duration.ofMillis(800), false, ErrorCode.TIMEOUT);
        long files = openFiles();

        round(path, Duration.ofMillis(800), false, ErrorCode.TIMEOUT);

        assertFree(files);
    }

    @Test
    void untilThenItHasThem() throws IOException {
        try (var orchestrator = orchestrator("/silent", Duration.ofMinutes(1))) {
            List<Fetch> fetches = start(orchestrator);
            await().atMost(AMPLE).untilAsserted(() -> assertThat(server.open.get()).isEqualTo(FETCHES));

            assertThat(ours()).as("of each: the fetch, its handler, its exchange").isBetween(3L * FETCHES - others, 3L * FETCHES);
            fetches.forEach(Fetch::cancel);
            fetches.forEach(fetch -> fetch.response().join());
        }
        await().atMost(AMPLE).untilAsserted(() -> assertThat(ours()).isZero());
    }

    private void round(String path, Duration timeout, boolean cancel, ErrorCode expected) {
        try (var orchestrator = orchestrator(path, timeout)) {
            List<Fetch> fetches = start(orchestrator);
            if (cancel) {
                await().atMost(AMPLE).untilAsserted(() -> assertThat(server.open.get()).isEqualTo(FETCHES));
                fetches.forEach(Fetch::cancel);
            }
            List<AdResponse> answers = fetches.stream().map(fetch -> fetch.response().join()).toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.errorCode()).contains(expected));
            // The transport stays open: nothing is freed merely because it is closed.
            await().atMost(AMPLE).untilAsserted(() -> assertThat(server.open.get()).isZero());
        }
        await().atMost(AMPLE).untilAsserted(() -> assertThat(ours()).isZero());
    }

    private void assertFree(long filesBefore) {
        await().atMost(AMPLE).untilAsserted(() -> assertThat(openFiles()).isLessThan(filesBefore + FETCHES / 4));
    }

    private static List<Fetch> start(Orchestrator orchestrator) {
        var fetches = new ArrayList<Fetch>();
        for (int i = 0; i < FETCHES; i++) {
            fetches.add(orchestrator.start(AdRequest.builder("slot", "user-" + i).build(), ResolutionListener.none()));
        }
        return fetches;
    }

    private Orchestrator orchestrator(String path, Duration timeout) {
        var upstream = new VastUpstream(transport, server.url(path));
        return Orchestrator.builder(new VastProtocolHandler(upstream.withPolicy(upstream.policy()
                .withHopTimeout(Duration.ofMinutes(1))))).enableCaching(false).timeout(timeout)
                .tracker(new RecordingTracker()).build();
    }

    /** How many of our threads are alive: only a dump tells of virtual ones. */
    private long ours() throws IOException {
        return Math.max(0, threads() - others);
    }

    private long threads() throws IOException {
        Path dump = folder.resolve("threads-" + dumps++ + ".json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
        return OURS.matcher(Files.readString(dump)).results().count();
    }

    /** How many files and sockets this process has open; none where nobody counts. */
    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount() : 0;
    }

    /** A server that begins an answer or not, and then waits for the client to go away. */
    private static final class StallingServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("stalling-server").factory());
        private final AtomicInteger open = new AtomicInteger();

        StallingServer() throws IOException {
            threads.execute(() -> {
                while (!socket.isClosed()) {
                    try {
                        Socket client = socket.accept();
                        open.incrementAndGet();
                        threads.execute(() -> serve(client));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        String url(String path) {
            return "http://127.0.0.1:" + socket.getLocalPort() + path;
        }

        private void serve(Socket client) {
            try (client) {
                var head = new StringBuilder();
                for (int read = client.getInputStream().read(); read >= 0; read = client.getInputStream().read()) {
                    head.append((char) read);
                    if (head.indexOf("\r\n\r\n") >= 0) {
                        if (head.indexOf("GET /half") == 0) {
                            client.getOutputStream().write(HALF.getBytes(US_ASCII));
                        }
                        head.setLength(0);
                    }
                }
            } catch (IOException gone) {
                // That is what is waited for.
                return;
            } finally {
                open.decrementAndGet();
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            threads.shutdownNow();
        }
    }
}
