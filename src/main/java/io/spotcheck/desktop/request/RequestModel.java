package io.spotcheck.desktop.request;

import io.spotcheck.ad.AdRequest;
import io.spotcheck.ad.DeviceType;
import io.spotcheck.ad.Dimensions;
import io.spotcheck.ad.Geo;
import io.spotcheck.ad.RequestRules;
import io.spotcheck.desktop.wording.Messages;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The request of a tab while it is being written. Every field holds what was typed, right or wrong; what is wrong is
 * known at once, in the words of {@link RequestRules}. Parts of a configuration that the form does not show, such as
 * limits and fallbacks, are kept as they were loaded.
 */
public final class RequestModel {

    private static final String DEFAULT_PROTOCOL = "vast";
    private static final String DEFAULT_SLOT = "pre-roll";
    private static final String DEFAULT_USER = "tester";
    private static final int LONGEST_NUMBER = 18;

    private final List<String> protocols;
    private final StringProperty protocol = new SimpleStringProperty(this, "protocol", DEFAULT_PROTOCOL);
    private final StringProperty tag = new SimpleStringProperty(this, "tag", "");
    private final ObjectProperty<UpstreamType> wire = new SimpleObjectProperty<>(this, "wire", UpstreamType.HTTP);
    private final StringProperty document = new SimpleStringProperty(this, "document", "");
    private final StringProperty options = new SimpleStringProperty(this, "options", "");
    private final Map<RequestField, StringProperty> fields = new EnumMap<>(RequestField.class);
    private final ObservableList<Extension> extensions = FXCollections.observableArrayList(
            e -> new Observable[] {e.nameProperty(), e.valueProperty()});
    private final ReadOnlyObjectWrapper<Map<RequestField, String>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private final ReadOnlyObjectWrapper<Optional<String>> optionsProblem =
            new ReadOnlyObjectWrapper<>(this, "optionsProblem", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> tagProblem =
            new ReadOnlyObjectWrapper<>(this, "tagProblem", Optional.empty());
    private OrchestratorConfig kept = new OrchestratorConfig(Optional.empty(), UpstreamConfig.http(""),
            Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    private AdRequest request = AdRequest.builder(DEFAULT_SLOT, DEFAULT_USER).build();
    private OptionsText.Read read = OptionsText.Read.nothing();
    private String readText = "";
    private boolean loading;
    /** The protocol that stands there though nobody chose it: what the tag answers decides. */
    private Optional<String> supposed = Optional.of(DEFAULT_PROTOCOL);

    /** An empty request. */
    public RequestModel(List<String> protocols) {
        this.protocols = List.copyOf(protocols);
        for (RequestField field : RequestField.values()) {
            var property = new SimpleStringProperty(this, field.name(), "");
            property.subscribe((_, _) -> check());
            fields.put(field, property);
        }
        extensions.subscribe(this::check);
        options.subscribe((_, _) -> check());
        tag.subscribe((_, _) -> tagProblem.set(Optional.empty()));
        // Whoever chooses another one means it.
        protocol.subscribe((_, now) -> supposed = supposed.filter(now::equals));
        load(kept, request);
    }

    /** The protocols that can be chosen. */
    public List<String> protocols() {
        return protocols;
    }

    /** The protocol. */
    public StringProperty protocolProperty() {
        return protocol;
    }

    /**
     * Shows a protocol that is only supposed, by the look of a tag or by its last answer: until somebody chooses
     * another, what the tag answers decides whether it is this one.
     */
    public void suppose(String name) {
        supposed = Optional.of(name);
        protocol.set(name);
    }

    /** Whether what the tag answers decides its protocol. */
    public boolean isProtocolOpen() {
        return supposed.isPresent();
    }

    /** The tag: a URL, or the path of a file. */
    public StringProperty tagProperty() {
        return tag;
    }

    /** The wire that the tag is asked over. */
    public ObjectProperty<UpstreamType> wireProperty() {
        return wire;
    }

    /** The answer itself, when it comes from memory. */
    public StringProperty documentProperty() {
        return document;
    }

    /** What only the protocol understands: YAML or JSON, as it was typed. */
    public StringProperty optionsProperty() {
        return options;
    }

    /** What is wrong with the options. */
    public ReadOnlyObjectProperty<Optional<String>> optionsProblemProperty() {
        return optionsProblem.getReadOnlyProperty();
    }

    /** Whether the request can be sent as it is written. */
    public boolean isSound() {
        return sentences().isEmpty();
    }

    /** Everything that is wrong, a sentence each. */
    public List<String> sentences() {
        return Stream.concat(problems.get().values().stream(), optionsProblem.get().stream()).distinct().toList();
    }

    /** What was typed into a field. */
    public StringProperty field(RequestField field) {
        return fields.get(field);
    }

    /** The rows of the extensions. */
    public ObservableList<Extension> extensions() {
        return extensions;
    }

    /** What is wrong, by field. */
    public ReadOnlyObjectProperty<Map<RequestField, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What is wrong with the tag, from when it was wanted until it is written. */
    public ReadOnlyObjectProperty<Optional<String>> tagProblemProperty() {
        return tagProblem.getReadOnlyProperty();
    }

    /** Whether there is a tag to ask for; when there is none, says so. */
    public boolean wantTag() {
        boolean missing = tag.get().isBlank();
        // Said anew each time, so that whoever listens can lead back to the field again.
        tagProblem.set(Optional.empty());
        if (missing) {
            tagProblem.set(Optional.of(Messages.text("request.problem.tag")));
        }
        return !missing;
    }

    /** Fills the form. */
    public void load(OrchestratorConfig config, AdRequest asked) {
        loading = true;
        kept = config;
        suppose(config.protocol().orElse(DEFAULT_PROTOCOL));
        supposed = supposed.filter(_ -> config.protocol().isEmpty());
        tag.set(config.upstream().endpoint());
        wire.set(config.upstream().type().orElse(UpstreamType.HTTP));
        document.set(config.upstream().document().orElse(""));
        options.set(OptionsText.write(config.options()));
        read = new OptionsText.Read(config.options(), Optional.empty());
        readText = options.get();
        fields.values().forEach(f -> f.set(""));
        set(RequestField.SLOT_ID, Optional.of(asked.slotId()));
        set(RequestField.USER_ID, Optional.of(asked.userId()));
        set(RequestField.IP_ADDRESS, asked.ipAddress());
        set(RequestField.DEVICE_TYPE, asked.deviceType().map(DeviceType::wireName));
        set(RequestField.CONTENT_URL, asked.contentUrl());
        set(RequestField.CONTENT_DURATION, asked.contentDuration().map(DurationText::write));
        set(RequestField.PLAYHEAD_POSITION, asked.playheadPosition().map(DurationText::write));
        set(RequestField.PLAYER_WIDTH, asked.playerSize().map(s -> String.valueOf(s.width())));
        set(RequestField.PLAYER_HEIGHT, asked.playerSize().map(s -> String.valueOf(s.height())));
        Geo geo = asked.geo().orElse(Geo.unknown());
        set(RequestField.COUNTRY, geo.country());
        set(RequestField.REGION, geo.region());
        set(RequestField.CITY, geo.city());
        set(RequestField.POSTAL_CODE, geo.postalCode());
        set(RequestField.LATITUDE, degrees(geo.latitude()));
        set(RequestField.LONGITUDE, degrees(geo.longitude()));
        extensions.setAll(asked.extensions().entrySet().stream()
                .map(e -> new Extension(e.getKey(), ExtensionValues.write(e.getValue()))).toList());
        loading = false;
        check();
    }

    /** Takes a document that was pasted or dropped, to be answered from memory. */
    public void paste(String text) {
        wire.set(UpstreamType.MEMORY);
        document.set(text);
        tag.set(Messages.text(text.stripLeading().startsWith("{") ? "request.pasted.json" : "request.pasted.url"));
    }

    /** The request as written; what cannot be read is left out, and is among the problems. */
    public AdRequest request() {
        return request;
    }

    /** The configuration as written. */
    public OrchestratorConfig config() {
        UpstreamConfig before = kept.upstream();
        var upstream = new UpstreamConfig(Optional.of(wire.get()), tag.get().strip(), before.headers(),
                wire.get() == UpstreamType.MEMORY ? Optional.of(document.get()) : Optional.empty(),
                before.documents(), before.fallbacks());
        Optional<String> spoken = Optional.of(protocol.get()).filter(_ -> !isProtocolOpen());
        return new OrchestratorConfig(spoken, upstream, kept.policy(), kept.cache(), kept.tracking(), read.options());
    }

    private void set(RequestField field, Optional<String> value) {
        fields.get(field).set(value.orElse(""));
    }

    private void check() {
        if (loading) {
            return;
        }
        var reading = new Reading();
        request = reading.read();
        RequestRules.check(request).forEach(finding -> fieldOf(finding.rule())
                .ifPresent(field -> reading.wrong.putIfAbsent(field, finding.message())));
        problems.set(Map.copyOf(reading.wrong));
        // What was loaded and not touched stays as it was, whatever its text can say.
        if (!options.get().equals(readText)) {
            readText = options.get();
            read = OptionsText.read(readText);
        }
        optionsProblem.set(read.problem());
    }

    private static Optional<RequestField> fieldOf(String rule) {
        return List.of(RequestField.values()).stream().filter(f -> f.rule().equals(rule)).findFirst();
    }

    private static Optional<String> degrees(OptionalDouble value) {
        return value.isPresent() ? Optional.of(new BigDecimal(String.valueOf(value.getAsDouble())).toPlainString())
                : Optional.empty();
    }

    /** One reading of all fields. */
    private final class Reading {

        private final Map<RequestField, String> wrong = new EnumMap<>(RequestField.class);

        private AdRequest read() {
            var values = new LinkedHashMap<String, Object>();
            extensions.stream().filter(e -> !e.nameProperty().get().isBlank()).forEach(e ->
                    values.put(e.nameProperty().get().strip(), ExtensionValues.parse(e.valueProperty().get())));
            return new AdRequest(typed(RequestField.SLOT_ID), typed(RequestField.USER_ID),
                    text(RequestField.IP_ADDRESS), text(RequestField.DEVICE_TYPE).flatMap(DeviceType::of),
                    text(RequestField.CONTENT_URL), duration(RequestField.CONTENT_DURATION),
                    duration(RequestField.PLAYHEAD_POSITION), playerSize(), geo(), values);
        }

        private Optional<Dimensions> playerSize() {
            Optional<BigDecimal> width = number(RequestField.PLAYER_WIDTH);
            Optional<BigDecimal> height = number(RequestField.PLAYER_HEIGHT);
            if (width.isPresent() != height.isPresent() && wrong.isEmpty()) {
                wrong.put(width.isEmpty() ? RequestField.PLAYER_WIDTH : RequestField.PLAYER_HEIGHT,
                        Messages.text("request.problem.player"));
            }
            return width.flatMap(w -> height.map(h -> new Dimensions(w.intValue(), h.intValue())));
        }

        private Optional<Geo> geo() {
            var geo = new Geo(text(RequestField.COUNTRY), text(RequestField.REGION), text(RequestField.CITY),
                    text(RequestField.POSTAL_CODE), degrees(RequestField.LATITUDE), degrees(RequestField.LONGITUDE));
            return geo.equals(Geo.unknown()) ? Optional.empty() : Optional.of(geo);
        }

        private OptionalDouble degrees(RequestField field) {
            return number(field).map(n -> OptionalDouble.of(n.doubleValue())).orElse(OptionalDouble.empty());
        }

        private Optional<Duration> duration(RequestField field) {
            String text = typed(field).strip();
            Optional<Duration> read = DurationText.read(text);
            if (read.isEmpty() && !text.isEmpty()) {
                wrong.put(field, Messages.text("request.problem." + field.form(), text));
            }
            return read;
        }

        private Optional<BigDecimal> number(RequestField field) {
            String text = typed(field).strip();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            boolean whole = field.form() == RequestField.Form.WHOLE_NUMBER;
            boolean readable = text.length() <= LONGEST_NUMBER
                    && text.matches(whole ? "-?\\d{1,9}" : "-?\\d{1,9}(\\.\\d{1,9})?");
            if (!readable) {
                wrong.put(field, Messages.text("request.problem." + field.form(), text));
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(text));
        }

        private Optional<String> text(RequestField field) {
            return Optional.of(typed(field).strip()).filter(t -> !t.isEmpty());
        }

        private String typed(RequestField field) {
            return fields.get(field).get();
        }
    }
}
