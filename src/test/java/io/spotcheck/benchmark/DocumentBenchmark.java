package io.spotcheck.benchmark;

import io.spotcheck.protocol.vast.document.VastDocument;
import io.spotcheck.protocol.vast.document.VastException;
import io.spotcheck.protocol.vast.document.VastReader;
import io.spotcheck.protocol.vast.lint.VastLinter;
import io.spotcheck.resolution.Finding;
import io.spotcheck.xml.XmlText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
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
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a document to its model, and to what is wrong with it, beside a bare scan of the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DocumentBenchmark {

    @Param
    private SampleSize size = SampleSize.KB17;

    private final BareScan scan = new BareScan();
    private final VastReader reader = new VastReader();
    private final VastLinter linter = new VastLinter();
    private byte[] document = new byte[0];

    @Setup
    public void read() {
        document = size.document();
    }

    @Benchmark
    public long scan() throws XMLStreamException {
        return scan.scan(document);
    }

    @Benchmark
    public VastDocument model() throws VastException {
        return reader.read(XmlText.decode(document, Optional.empty()));
    }

    @Benchmark
    public List<Finding> lint() {
        return linter.lint(XmlText.decode(document, Optional.empty()));
    }
}
