package io.spotcheck;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The floors of the house: a package imports only from the floors below it. */
class ArchitectureTest {

    private static final String ROOT = "io.spotcheck";

    /** The floors from the ground up. Packages on one floor do not know each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("resolution"),
            Set.of("macro", "xml", "json"),
            Set.of("lint"),
            Set.of("ad"),
            Set.of("transport"),
            Set.of("upstream"),
            Set.of("protocol", "cache", "tracking"),
            Set.of("protocol.vast", "protocol.vmap", "protocol.openrtb", "protocol.custom"),
            Set.of("orchestrator"),
            Set.of("workspace"),
            Set.of("suite", "sandbox", "validation"),
            Set.of("desktop", "cli"));

    /** What may be imported from the same floor. */
    private static final Map<String, Set<String>> BESIDE = Map.of(
            // A schedule holds VAST documents, and a bid may.
            "protocol.vmap", Set.of("protocol.vast"),
            "protocol.openrtb", Set.of("protocol.vast"),
            // So may an answer that somebody describes.
            "protocol.custom", Set.of("protocol.vast"),
            // A handler's track hands the beacons to a tracker.
            "protocol", Set.of("tracking"));

    /** What all features of the window may import. */
    private static final Set<String> SHARED_FEATURES = Set.of("session", "theme", "control", "wording");
    /** What may import all features, as the desktop's own package may: here the window is put together. */
    private static final String COMPOSITION_ROOT = "shell";

    private static final Set<String> EMPTY_NAMES = Set.of("util", "utils", "utility", "utilities", "common", "commons",
            "helper", "helpers", "manager", "managers", "misc", "miscellaneous");
    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\\d+");

    private static final JavaClasses OURS = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void everyPackageHasItsFloor() {
        Set<String> allowed = allowedImports().keySet();

        assertThat(OURS.stream().map(JavaClass::getPackageName).filter(name -> part(below(name)).isEmpty()).distinct())
                .as("the packages without a floor").containsExactly(ROOT);
        assertThat(allowed).as("a floor for every part, once").hasSize(FLOORS.stream().mapToInt(Set::size).sum());
    }

    @Test
    void aPackageImportsOnlyFromTheFloorsBelowIt() {
        Map<String, Set<String>> allowed = allowedImports();
        classes().that().resideOutsideOfPackage(ROOT)
                .should(dependOnlyOn("the floors below it", c -> part(packageOf(c)), ArchitectureTest::partName,
                        allowed::get))
                .check(OURS);
    }

    @Test
    void onlyTheMainClassKnowsBothFaces() {
        noClasses().that().doNotHaveFullyQualifiedName(ROOT + ".Main").and().resideOutsideOfPackage(ROOT + ".desktop..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + ".desktop..").check(OURS);
        noClasses().that().resideOutsideOfPackages(ROOT, ROOT + ".cli..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + ".cli..").check(OURS);
    }

    @Test
    void nobodyKnowsTheEntryPoint() {
        noClasses().that().resideOutsideOfPackage(ROOT)
                .should().dependOnClassesThat().resideInAPackage(ROOT).check(OURS);
    }

    @Test
    void noPackageKnowsItselfInACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void onlyTheDesktopKnowsJavaFx() {
        noClasses().that().resideInAPackage(ROOT + "..").and().resideOutsideOfPackage(ROOT + ".desktop..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..",
                        "org.fxmisc..", "org.reactfx..", "atlantafx..")
                .check(OURS);
    }

    @Test
    void aFeatureOfTheWindowDoesNotKnowTheOthers() {
        classes().that().resideInAPackage(ROOT + ".desktop..")
                .should(dependOnlyOn("itself and what all features share", c -> feature(packageOf(c)),
                        c -> feature(packageOf(c)).orElse(""), ArchitectureTest::featuresFor))
                .check(OURS);
    }

    @Test
    void theGroundFloorsDoNoInputOrOutput() {
        noClasses().that().resideInAnyPackage(packages("resolution", "lint", "macro", "ad"))
                .should().dependOnClassesThat().resideInAnyPackage("java.nio.file..", "java.net.http..", "okhttp3..",
                        "javax.net..", "java.sql..")
                .orShould().dependOnClassesThat().haveNameMatching("java\\.net\\.(Socket|ServerSocket|URL|URLConnection)")
                .orShould().dependOnClassesThat().haveNameMatching("java\\.io\\.(File|RandomAccessFile|Console).*")
                .check(OURS);
    }

    @Test
    void everyNameSaysSomething() {
        classes().that().resideInAPackage(ROOT + "..").should(new ArchCondition<>("have a name that says something") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                WORD.matcher(item.getName().substring(ROOT.length())).results().map(word -> word.group())
                        .filter(word -> EMPTY_NAMES.contains(word.toLowerCase(Locale.ROOT)))
                        .forEach(word -> events.add(violated(item, item.getName() + " is named “" + word + "”")));
            }
        }).check(OURS);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        List<String> unmarked = OURS.stream().map(JavaClass::getPackage).distinct()
                .filter(p -> !isNullMarked(p)).map(JavaPackage::getName).sorted().toList();

        assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
    }

    private static boolean isNullMarked(JavaPackage ours) {
        return ours.tryGetPackageInfo().filter(info -> info.isAnnotatedWith(NullMarked.class)).isPresent();
    }

    /** For each part of the house, the parts that it may import, itself among them. */
    private static Map<String, Set<String>> allowedImports() {
        var allowed = new LinkedHashMap<String, Set<String>>();
        var below = new LinkedHashSet<String>();
        for (Set<String> floor : FLOORS) {
            for (String part : floor) {
                var imports = new TreeSet<>(below);
                imports.add(part);
                imports.addAll(BESIDE.getOrDefault(part, Set.of()));
                allowed.put(part, imports);
            }
            below.addAll(floor);
        }
        return allowed;
    }

    private static Set<String> featuresFor(String feature) {
        return feature.equals(COMPOSITION_ROOT) || feature.isEmpty() ? features()
                : union(SHARED_FEATURES, Set.of(feature));
    }

    private static Set<String> features() {
        return OURS.stream().flatMap(c -> feature(packageOf(c)).stream()).collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** A condition on the parts that a class's dependencies belong to; dependencies without a part are free. */
    private static ArchCondition<JavaClass> dependOnlyOn(String what, Function<JavaClass, Optional<String>> partOf,
            Function<JavaClass, String> origin, Function<String, Set<String>> allowed) {
        return new ArchCondition<>("depend only on " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Set<String> free = allowed.apply(origin.apply(item));
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    Optional<String> part = partOf.apply(target);
                    if (part.isPresent() && !free.contains(part.get())) {
                        events.add(violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String partName(JavaClass ours) {
        return part(packageOf(ours)).orElseThrow(() -> new AssertionError(ours.getName() + " has no floor"));
    }

    /** The part of the house that a package belongs to: the longest name in the table that it begins with. */
    private static Optional<String> part(String packageName) {
        return FLOORS.stream().flatMap(Set::stream).filter(part -> (packageName + ".").startsWith(part + "."))
                .max(Comparator.comparingInt(String::length));
    }

    /** The feature of the window that a package belongs to; the root of the desktop belongs to none. */
    private static Optional<String> feature(String packageName) {
        return packageName.startsWith("desktop.") ? Optional.of(packageName.split("\\.")[1]) : Optional.empty();
    }

    private static String packageOf(JavaClass any) {
        return below(any.getPackageName());
    }

    /** The name of a package below ours; empty for our own and for packages of others. */
    private static String below(String packageName) {
        return packageName.startsWith(ROOT + ".") ? packageName.substring(ROOT.length() + 1) : "";
    }

    private static String[] packages(String... parts) {
        return Arrays.stream(parts).map(part -> ROOT + "." + part + "..").toArray(String[]::new);
    }
}
