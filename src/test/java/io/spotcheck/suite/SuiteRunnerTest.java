package io.spotcheck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.suite.ProfileResult.Outcome;
import io.spotcheck.workspace.ProfileFile;
import io.spotcheck.workspace.ProfileFormat;
import io.spotcheck.workspace.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuiteRunnerTest {

    private final MockWebServer server = new MockWebServer();
    private final CountDownLatch atOnce = new CountDownLatch(4);
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                atOnce.countDown();
                go.await(20, TimeUnit.SECONDS);
                running.decrementAndGet();
                return new MockResponse.Builder().body("<VAST version=\"4.2\"/>").build();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        go.countDown();
        server.close();
    }

    @Test
    void runsSoManyAtATimeAndNoMore() throws Exception {
        var events = new ConcurrentLinkedQueue<SuiteEvent>();
        SuiteRun run = new SuiteRunner(4, variables()).start(profiles(12), events::add);
        assertThat(atOnce.await(20, TimeUnit.SECONDS)).isTrue();
        go.countDown();
        SuiteResult result = run.result().get(20, TimeUnit.SECONDS);
        assertThat(result.allPassed()).as(result.toString()).isTrue();
        assertThat(most).hasValue(4);
        assertThat(result.profiles()).extracting(p -> p.file().name())
                .containsExactlyElementsOf(profiles(12).stream().map(ProfileFile::name).toList());
        assertThat(events.stream().filter(SuiteEvent.ProfileFinished.class::isInstance)
                .map(e -> ((SuiteEvent.ProfileFinished) e).done())).containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void endsPromptlyWhenCalledOff() throws Exception {
        SuiteRun run = new SuiteRunner(4, variables()).start(profiles(12), SuiteListener.none());
        assertThat(atOnce.await(20, TimeUnit.SECONDS)).isTrue();
        run.cancel();
        SuiteResult result = run.result().get(20, TimeUnit.SECONDS);
        assertThat(result.count(Outcome.CANCELLED)).isEqualTo(12);
    }

    @Test
    void saysWhichProfilesCannotBeRunAndWhatIsNotAsExpected() throws Exception {
        go.countDown();
        ProfileFile unset = file("unset", "upstream: {endpoint: '{{nobody}}'}");
        ProfileFile protocol = file("protocol", "protocol: gopher\nupstream: {endpoint: 'gopher://x'}");
        ProfileFile served = file("served", "upstream: {endpoint: '{{server}}/a'}");
        SuiteResult result = new SuiteRunner(2, variables()).start(List.of(unset, protocol, served),
                SuiteListener.none()).result().get(20, TimeUnit.SECONDS);
        assertThat(result.profiles()).extracting(ProfileResult::outcome)
                .containsExactly(Outcome.BROKEN, Outcome.BROKEN, Outcome.FAILED);
        assertThat(result.profiles().getFirst().error()).hasValueSatisfying(e -> assertThat(e).contains("{{nobody}}"));
        assertThat(result.profiles().getLast().mismatches()).singleElement()
                .extracting(m -> m.sentence()).asString().startsWith("served: expected yes, was no (NO_AD");
    }

    private Variables variables() {
        return Variables.none().with("server", "http://localhost:" + server.getPort());
    }

    private static List<ProfileFile> profiles(int number) {
        return IntStream.range(0, number).mapToObj(i -> file("p" + i,
                "upstream: {endpoint: '{{server}}/" + i + "'}\npolicy: {timeout: 1m, hopTimeout: 1m}\n"
                        + "expect: {errorCode: NO_AD}")).toList();
    }

    private static ProfileFile file(String name, String text) {
        return new ProfileFile(Path.of(name + ".yaml").toAbsolutePath(), "",
                new ProfileFile.Readable(ProfileFormat.parse(text, name + ".yaml")));
    }
}
