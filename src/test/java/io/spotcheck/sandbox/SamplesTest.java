package io.spotcheck.sandbox;

import static io.spotcheck.sandbox.SandboxClient.header;
import static io.spotcheck.sandbox.SandboxClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every entry of the index answers as it says. */
class SamplesTest {
    private static final Sample.Answer PLAIN = new Sample.Answer(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Pattern NEXT_TAG = Pattern.compile("<VASTAdTagURI><!\\[CDATA\\[(.*?)]]></VASTAdTagURI>");
    private static final Pattern MEDIA_FILE =
            Pattern.compile("<MediaFile [^>]*fileSize=\"(\\d+)\"[^>]*><!\\[CDATA\\[.*/(.*?)]]>");
    private static final Pattern CREATIVE = Pattern.compile("\\Q{{sandbox}}\\E(/creatives/[^\\]?\"<]+)");
    private static final int DEFAULT_DEPTH = 5;
    private static final int DEFAULT_REDIRECTS = 10;
    private static final int PATIENCE_MS = 5_000;

    private static SandboxClient client;
    private static SandboxServer sandbox;

    @BeforeAll
    static void start() throws SandboxException {
        client = new SandboxClient();
        sandbox = SandboxServer.start(Path.of("assets"), 0);
    }

    @AfterAll
    static void stop() {
        client.close();
        sandbox.close();
    }

    static Stream<Sample> samples() throws SandboxException {
        return SampleIndex.read(Path.of("assets")).samples().stream();
    }

    static Stream<Sample> samplesThatLeadSomewhere() throws SandboxException {
        var outcomes = Set.of("served", "NO_AD", "WRAPPER_LOOP", "WRAPPER_LIMIT", "REDIRECT_LIMIT");
        return samples().filter(sample -> sample.protocol().equals("vast") && outcomes.contains(sample.outcome()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void answersAsItSays(Sample sample) throws Exception {
        Sample.Answer says = sample.answer().orElse(PLAIN);
        String url = sandbox.baseUrl() + sample.path();
        if (says.afterMs().isPresent()) {
            assertThatItIsLate(url, says.afterMs().get());
            return;
        }
        HttpResponse<byte[]> response = client.get(url);

        assertThat(response.statusCode()).isEqualTo(says.status().orElse(200));
        assertThat(response.body().length == 0)
                .isEqualTo(says.empty().orElse(false) || says.status().orElse(200) == 302);
        says.redirects().ifPresent(redirects -> assertThat(follow(url).redirects()).isEqualTo(redirects));
        if (response.statusCode() == 200) {
            assertThat(header(response, "content-type")).isEqualTo(contentType(sample));
            assertThat(header(response, "content-encoding")).isEqualTo(says.gzip().orElse(false) ? "gzip" : "");
            String document = says.gzip().orElse(false) ? unzipped(response.body()) : text(response);
            says.bytesAtLeast().ifPresent(bytes -> assertThat(document.length()).isGreaterThanOrEqualTo(bytes));
            assertDocument(sample, says, document);
        }
        if (says.gzip().orElse(false)) {
            assertThat(response.body().length).isLessThan(100_000);
        }
    }

    /** House ads and bids are in JSON, unless their address says otherwise; everything else is XML. */
    private static String contentType(Sample sample) {
        return isJson(sample) ? "application/json; charset=utf-8" : "application/xml; charset=utf-8";
    }

    private static boolean isJson(Sample sample) {
        return Set.of("custom", "openrtb").contains(sample.protocol()) && !sample.path().endsWith(".xml");
    }

    private static void assertThatItIsLate(String url, int afterMs) throws Exception {
        long before = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> answer = client.getLater(url);
        assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        if (afterMs <= PATIENCE_MS) {
            parse(text(answer.get(afterMs + 10_000L, TimeUnit.MILLISECONDS)));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(afterMs));
        }
    }

    private static void assertDocument(Sample sample, Sample.Answer says, String document) throws XMLStreamException {
        assertThat(document).doesNotContain("{{", "}}");
        if (says.brokenAtLine().isPresent()) {
            assertThatThrownBy(() -> parse(document)).isInstanceOfSatisfying(XMLStreamException.class,
                    broken -> assertThat(broken.getLocation().getLineNumber()).isEqualTo(says.brokenAtLine().get()));
        } else if (isJson(sample)) {
            assertThat(JsonMapper.shared().readTree(document).isObject()).isTrue();
        } else if (!says.empty().orElse(false)) {
            parse(document);
        }
        String root = sample.protocol().equals("vmap") ? "VMAP xmlns:[a-z]+=\"[^\"]+\"" : "VAST";
        sample.version().ifPresent(version -> assertThat(document)
                .containsPattern("<([a-z]+:)?" + root + " version=\"" + version + "\""));
    }

    /** The outcomes that can be seen without Spotcheck: following the tags leads to an ad, to none, or in circles. */
    @ParameterizedTest
    @MethodSource("samplesThatLeadSomewhere")
    void leadsWhereItSays(Sample sample) throws Exception {
        String first = sandbox.baseUrl() + sample.path();

        switch (sample.outcome()) {
            case "served" -> assertThat(chain(first).getLast()).contains("<InLine>");
            case "NO_AD" -> assertThat(chain(first).getLast()).doesNotContain("<Ad ");
            case "WRAPPER_LOOP" -> assertThat(urls(first)).hasSize(DEFAULT_DEPTH + 2).hasSizeGreaterThan(distinct(urls(first)));
            case "WRAPPER_LIMIT" -> assertThat(urls(first)).hasSize(DEFAULT_DEPTH + 2).hasSize(distinct(urls(first)));
            case "REDIRECT_LIMIT" -> assertThat(follow(first).redirects()).isGreaterThan(DEFAULT_REDIRECTS);
            default -> throw new AssertionError(sample.outcome());
        }
    }

    private static int distinct(List<String> urls) {
        return (int) urls.stream().distinct().count();
    }

    private static List<String> urls(String first) throws Exception {
        List<String> urls = new ArrayList<>(List.of(first));
        Optional<String> next = next(text(follow(first).last()));
        while (next.isPresent() && urls.size() < DEFAULT_DEPTH + 2) {
            urls.add(next.get());
            next = next(text(follow(next.get()).last()));
        }
        return urls;
    }

    /** Returns the documents of a chain, as far as the default depth goes; a document with an ad of its own ends it. */
    private static List<String> chain(String first) throws Exception {
        List<String> documents = new ArrayList<>(List.of(text(follow(first).last())));
        Optional<String> next = next(documents.getFirst());
        while (next.isPresent() && !documents.getLast().contains("<InLine>") && documents.size() <= DEFAULT_DEPTH) {
            documents.add(text(follow(next.get()).last()));
            next = next(documents.getLast());
        }
        return documents;
    }

    private static Optional<String> next(String document) {
        Matcher next = NEXT_TAG.matcher(document);
        return next.find() ? Optional.of(next.group(1).replaceAll("\\[[A-Z]+]", "0")) : Optional.empty();
    }

    private record Followed(HttpResponse<byte[]> last, int redirects) {
    }

    private static Followed follow(String first) {
        try {
            URI url = URI.create(first);
            int redirects = 0;
            HttpResponse<byte[]> response = client.get(url.toString());
            while (response.statusCode() == 302 && redirects < 20) {
                url = url.resolve(header(response, "location"));
                response = client.get(url.toString());
                redirects++;
            }
            return new Followed(response, redirects);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void namesOnlyCreativesThatAreThere() throws Exception {
        for (Path template : templates()) {
            for (MatchResult creative : CREATIVE.matcher(Files.readString(template)).results().toList()) {
                String path = creative.group(1);
                assertThat(client.send("HEAD", sandbox.baseUrl() + path).statusCode())
                        .as("%s in %s", path, template)
                        .isEqualTo(path.endsWith("/not-here.mp4") ? 404 : 200);
            }
        }
    }

    @Test
    void declaresTheRealSizeOfItsMediaFiles() throws Exception {
        int declared = 0;
        for (Path template : templates()) {
            for (MatchResult media : MEDIA_FILE.matcher(Files.readString(template)).results().toList()) {
                assertThat(Files.size(Path.of("assets/creatives", media.group(2))))
                        .as("%s in %s", media.group(2), template)
                        .isEqualTo(Long.parseLong(media.group(1)));
                declared++;
            }
        }
        assertThat(declared).isPositive();
    }

    @Test
    void usesEveryTemplate() throws Exception {
        String index = Files.readString(Path.of("assets/tags/index.yaml"));

        assertThat(templates()).allSatisfy(template -> assertThat(index).contains(": " + template.getFileName() + "\n"));
    }

    @Test
    void describesEachSampleInOneSentence() throws Exception {
        assertThat(samples()).allSatisfy(sample -> assertThat(sample.description()).matches("[^.]+(\\d\\.\\d[^.]*)*\\."));
        assertThat(samples().map(Sample::path)).doesNotHaveDuplicates();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/tags"))) {
            return files.filter(file -> !file.endsWith("index.yaml")).sorted().toList();
        }
    }

    private static void parse(String document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader = factory.createXMLStreamReader(new StringReader(document));
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static String unzipped(byte[] compressed) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
