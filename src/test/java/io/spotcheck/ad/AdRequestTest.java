package io.spotcheck.ad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdRequestTest {

    @Test
    void extensionsAreCopiedToTheirDepth() {
        var innermost = new ArrayList<Object>(List.of(1));
        var inner = new HashMap<String, Object>(Map.of("list", innermost));
        var outer = new LinkedHashMap<String, Object>(Map.of("inner", inner));
        var text = new StringBuilder("before");
        outer.put("text", text);
        AdRequest request = AdRequest.builder("slot", "user").extensions(outer).build();

        innermost.add(2);
        inner.put("more", true);
        outer.clear();
        text.append(" and after");

        assertThat(request.extensions())
                .isEqualTo(Map.of("inner", Map.of("list", List.of(1)), "text", "before"));
    }

    @Test
    void extensionsThatAreNullAreNotThere() {
        var given = new HashMap<String, Object>();
        given.put("ifa", null);
        given.put("list", Arrays.asList(1, null, 2));
        given.put("map", new HashMap<>(Collections.singletonMap("k", null)));

        AdRequest request = AdRequest.builder("slot", "user").extensions(given).extension("gone", "x")
                .extension("gone", null).extension("never", null).build();

        assertThat(request.extensions()).isEqualTo(Map.of("list", List.of(1, 2), "map", Map.of()));
    }

    @Test
    @SuppressWarnings("unchecked")
    void extensionsCannotBeChangedAtAnyDepth() {
        AdRequest request = AdRequest.builder("slot", "user").extension("map", new HashMap<>(Map.of("list",
                new ArrayList<>(List.of(new HashMap<>(Map.of("k", "v"))))))).build();
        var map = (Map<String, Object>) request.extensions().get("map");
        var list = (List<Object>) map.get("list");
        var deepest = (Map<String, Object>) list.getFirst();

        assertRefused(() -> request.extensions().put("x", 1));
        assertRefused(() -> map.put("x", 1));
        assertRefused(() -> list.add(1));
        assertRefused(() -> deepest.remove("k"));
    }

    @Test
    void extensionsKeepTheirOrder() {
        AdRequest request = AdRequest.builder("slot", "user").extension("z", 1).extension("a", 2).extension("m", 3)
                .extension("a", 4).build();

        assertThat(request.extensions()).containsExactly(Map.entry("z", 1), Map.entry("a", 4), Map.entry("m", 3));
    }

    @Test
    void extensionsAreOfPlainValuesOnly() {
        AdRequest.Builder builder = AdRequest.builder("slot", "user");

        assertThatIllegalArgumentException().isThrownBy(() -> builder.extension("x", new Object()))
                .withMessageContaining("java.lang.Object");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.extension("x", List.of(Duration.ZERO)));
        assertThat(builder.extension("set", Set.of("one")).build().extensions()).containsEntry("set", List.of("one"));
    }

    @Test
    void aBuilderCanGoOnFromARequest() {
        AdRequest request = AdRequest.builder("slot", "user").ipAddress("::1").deviceType(DeviceType.TV)
                .contentUrl("https://a.example").contentDuration(Duration.ofMinutes(1))
                .playheadPosition(Duration.ofSeconds(1)).playerSize(640, 360).geo(Geo.ofCountry("DE"))
                .extension("k", "v").build();

        assertThat(request.toBuilder().build()).isEqualTo(request).hasSameHashCodeAs(request);
        AdRequest changed = request.toBuilder().slotId("another").extension("k", "w").build();
        assertThat(changed.slotId()).isEqualTo("another");
        assertThat(changed.extensions()).containsEntry("k", "w");
        assertThat(request.extensions()).containsEntry("k", "v");
    }

    @Test
    void nothingIsNull() {
        assertThatNullPointerException().isThrownBy(() -> AdRequest.builder(nothing(), "user").build());
        assertThatNullPointerException().isThrownBy(() -> AdRequest.builder("slot", nothing()).build());
    }

    private static String nothing() {
        return null;
    }

    private static void assertRefused(Runnable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
    }
}
