package io.spotcheck.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SideBySideTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 20).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheThings() throws InterruptedException {
        var last = new CountDownLatch(1);

        List<Integer> doubled = SideBySide.all(NUMBERS, number -> {
            if (number == 19) {
                last.countDown();
            }
            // Nobody is done before the last one has begun: they are all at work at once.
            return await(last) ? number * 2 : -1;
        });

        assertThat(doubled).containsExactlyElementsOf(NUMBERS.stream().map(n -> n * 2).toList());
    }

    @Test
    void noMoreAreAtWorkThanAllowed() {
        var atWork = new AtomicInteger();

        List<Integer> most = SideBySide.some(3, NUMBERS, number -> {
            int now = atWork.incrementAndGet();
            Thread.yield();
            atWork.decrementAndGet();
            return now;
        }, number -> -1);

        assertThat(most).hasSize(20).allMatch(now -> now >= 1 && now <= 3);
    }

    @Test
    void anInterruptCallsOffWhatRunsAndWhatWaitsAndIsKept() throws InterruptedException {
        var begun = new CountDownLatch(2);
        var never = new CountDownLatch(1);
        var results = new CompletableFuture<List<String>>();
        var kept = new CompletableFuture<Boolean>();
        Thread caller = Thread.ofVirtual().start(() -> {
            results.complete(SideBySide.some(2, NUMBERS.subList(0, 5), number -> {
                begun.countDown();
                return await(never) ? "done" : "interrupted";
            }, number -> "not begun"));
            kept.complete(Thread.currentThread().isInterrupted());
        });
        begun.await();

        caller.interrupt();

        assertThat(results.join()).hasSize(5).containsOnly("interrupted", "not begun")
                .filteredOn("interrupted"::equals).hasSizeGreaterThanOrEqualTo(2);
        assertThat(kept.join()).isTrue();
    }

    @Test
    void aFaultIsThatOfTheCaller() {
        var fault = new IllegalArgumentException("wrong");

        assertThatIllegalStateException().isThrownBy(() -> SideBySide.all(NUMBERS, number -> {
            throw fault;
        })).withCause(fault);
    }

    @Test
    void ofNothingNothingComes() {
        assertThat(SideBySide.all(List.<String>of(), String::length)).isEmpty();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException calledOff) {
            return false;
        }
    }
}
