package io.spotcheck.benchmark;

import io.spotcheck.ad.AdResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a request to its answer with the whole tree, documents coming from memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ResolutionBenchmark {

    @Param
    private SampleSize size = SampleSize.KB17;

    private Optional<MemoryResolution> resolution = Optional.empty();

    @Setup
    public void start() {
        resolution = Optional.of(new MemoryResolution(size.document()));
    }

    @TearDown
    public void stop() {
        resolution.ifPresent(MemoryResolution::close);
    }

    @Benchmark
    public AdResponse resolve() {
        return resolution.orElseThrow().resolve();
    }
}
