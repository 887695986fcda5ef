package io.spotcheck.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spotcheck.ad.AdResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryCacheTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(42);
    private final MemoryCache cache = new MemoryCache(3, nanos::get);

    @Test
    void whatWasKeptIsFound() {
        AdResponse answer = answer("a");
        cache.set("key", answer, MINUTE);

        assertThat(cache.get("key")).containsSame(answer);
        assertThat(cache.get("another")).isEmpty();
    }

    @Test
    void anEntryLivesAsLongAsItWasGiven() {
        cache.set("short", answer("a"), Duration.ofMillis(300));
        cache.set("long", answer("b"), MINUTE);

        pass(Duration.ofMillis(300).minusNanos(1));
        assertThat(cache.get("short")).isPresent();

        pass(Duration.ofNanos(1));
        assertThat(cache.get("short")).isEmpty();
        assertThat(cache.entries()).extracting(CacheEntry::key).containsExactly("long");
    }

    @Test
    void findingAnEntryDoesNotProlongItsLife() {
        cache.set("key", answer("a"), MINUTE);
        pass(Duration.ofSeconds(59));
        assertThat(cache.get("key")).isPresent();

        pass(Duration.ofSeconds(1));

        assertThat(cache.get("key")).isEmpty();
    }

    @Test
    void keepingAnEntryAgainBeginsItsLifeAndItsHitsAnew() {
        cache.set("key", answer("old"), MINUTE);
        cache.get("key");
        pass(Duration.ofSeconds(59));

        cache.set("key", answer("new"), MINUTE);
        pass(Duration.ofSeconds(59));

        assertThat(cache.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.value().slotId()).isEqualTo("new");
            assertThat(entry.hits()).isZero();
        });
    }

    @Test
    void theLongestLifeIsNoProblem() {
        cache.set("key", answer("a"), Duration.ofSeconds(Long.MAX_VALUE));
        pass(Duration.ofDays(365));

        assertThat(cache.get("key")).isPresent();
    }

    @Test
    void aLifeThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> cache.set("key", answer("a"), Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> cache.set("key", answer("a"), Duration.ofNanos(-1)));
        assertThat(cache.entries()).isEmpty();
    }

    @Test
    void hitsAreCountedAndMissesAreNot() {
        cache.set("key", answer("a"), MINUTE);
        cache.get("key");
        cache.get("key");
        cache.get("another");

        assertThat(cache.entries()).singleElement().extracting(CacheEntry::hits).isEqualTo(2L);
    }

    @Test
    void lookingAtTheEntriesIsNoHit() {
        cache.set("key", answer("a"), MINUTE);
        cache.entries();
        cache.entries();

        assertThat(cache.entries()).singleElement().extracting(CacheEntry::hits).isEqualTo(0L);
    }

    @Test
    void hitsOfManyThreadsAreAllCounted() {
        cache.set("key", answer("a"), MINUTE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100).forEach(i -> threads.submit(() -> IntStream.range(0, 100)
                    .forEach(j -> cache.get("key"))));
        }
        assertThat(cache.entries()).singleElement().extracting(CacheEntry::hits).isEqualTo(10_000L);
    }

    @Test
    void theNewestEntriesComeFirst() {
        var large = new MemoryCache(10_000);
        IntStream.range(0, 2_000).forEach(i -> large.set("key " + i, answer("a"), MINUTE));

        assertThat(large.entries()).extracting(CacheEntry::key)
                .containsExactlyElementsOf(IntStream.range(0, 2_000).mapToObj(i -> "key " + (1_999 - i)).toList());
    }

    @Test
    void anEntryThatIsKeptAgainIsTheNewest() {
        cache.set("a", answer("a"), MINUTE);
        cache.set("b", answer("b"), MINUTE);
        cache.set("a", answer("a"), MINUTE);

        assertThat(cache.entries()).extracting(CacheEntry::key).containsExactly("a", "b");
    }

    @Test
    void thereAreNeverMoreEntriesThanAllowed() {
        IntStream.range(0, 50).forEach(i -> cache.set("key " + i, answer("a"), MINUTE));

        assertThat(cache.entries()).hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryCache(0));
    }

    @Test
    void oneEntryCanBeDropped() {
        cache.set("a", answer("a"), MINUTE);
        cache.set("b", answer("b"), MINUTE);

        cache.drop("a");
        cache.drop("never there");

        assertThat(cache.get("a")).isEmpty();
        assertThat(cache.get("b")).isPresent();
    }

    @Test
    void allEntriesCanBeDropped() {
        cache.set("a", answer("a"), MINUTE);
        cache.set("b", answer("b"), MINUTE);

        cache.clear();

        assertThat(cache.entries()).isEmpty();
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void anEntryKnowsItsAgeAndTheLifeItHasLeft() {
        Instant stored = Instant.parse("2026-01-01T00:00:00Z");
        var entry = new CacheEntry("key", answer("a"), stored, MINUTE, 0);

        assertThat(entry.age(stored.plusSeconds(20))).isEqualTo(Duration.ofSeconds(20));
        assertThat(entry.lifeLeft(stored.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
        assertThat(entry.lifeLeft(stored.plusSeconds(61))).isEqualTo(Duration.ZERO);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static AdResponse answer(String slot) {
        return AdResponse.served(slot).build();
    }
}
