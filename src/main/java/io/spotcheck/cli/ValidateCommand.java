package io.spotcheck.cli;

import io.spotcheck.json.JsonElement;
import io.spotcheck.json.JsonReader;
import io.spotcheck.json.MalformedJsonException;
import io.spotcheck.lint.LintSettings;
import io.spotcheck.orchestrator.Quantities;
import io.spotcheck.protocol.openrtb.catalogue.Release;
import io.spotcheck.protocol.openrtb.lint.RtbDocument;
import io.spotcheck.protocol.openrtb.lint.RtbExpectation;
import io.spotcheck.protocol.openrtb.lint.RtbKind;
import io.spotcheck.validation.CorrectedText;
import io.spotcheck.validation.DocumentValidator;
import io.spotcheck.validation.LintSettingsFile;
import io.spotcheck.validation.ValidatedDocument;
import io.spotcheck.validation.ValidationJson;
import io.spotcheck.workspace.WholeFile;
import io.spotcheck.xml.XmlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is wrong with documents, where, and by which section, and mends what is mechanical. */
@Command(name = "validate", sortOptions = false)
final class ValidateCommand implements Callable<Integer> {

    private static final String STDIN = "-";
    private static final int LARGEST = 128 << 20;
    private static final List<String> ENDINGS = List.of(".xml", ".vast", ".vmap", ".json");

    private final Terminal terminal;
    private final List<CommandFailure> unwritten = new ArrayList<>();
    private Optional<DocumentValidator> validator = Optional.empty();

    @Parameters(paramLabel = "PATH", descriptionKey = "document", arity = "1..*")
    private List<String> paths = List.of();

    @Option(names = "--settings", paramLabel = "FILE")
    private Optional<Path> settings = Optional.empty();

    @Option(names = "--request", paramLabel = "FILE", descriptionKey = "answered-request")
    private Optional<Path> request = Optional.empty();

    @Option(names = "--openrtb", paramLabel = "VERSION", descriptionKey = "judged-release")
    private Optional<String> openrtb = Optional.empty();

    @Option(names = "--fix")
    private boolean fix;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Mixin
    private OutputOptions output = new OutputOptions();

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        output.refuseStream();
        if (dryRun && !fix) {
            throw new CommandFailure(Messages.text("validate.dry-run"));
        }
        Optional<LintSettings> given = settings.map(LintSettingsFile::read);
        var documents = new ArrayList<CorrectedText>();
        for (String path : paths) {
            documents.addAll(path.equals(STDIN) ? List.of(stdin(given)) : documents(path, given));
        }
        print(documents);
        if (!unwritten.isEmpty()) {
            throw unwritten.getFirst();
        }
        return documents.stream().map(CorrectedText::left).allMatch(ValidatedDocument::valid) ? ExitStatus.OK
                : ExitStatus.FAILED;
    }

    /** A document that was mended has standard output for itself. */
    private void print(List<CorrectedText> documents) {
        PrintWriter out = fix && !dryRun && paths.contains(STDIN) ? terminal.err() : terminal.out();
        if (output.json()) {
            out.println(fix ? ValidationJson.writeFixed(documents)
                    : ValidationJson.write(documents.stream().map(CorrectedText::left).toList()));
            return;
        }
        var text = new ValidationText(output.ink(terminal));
        if (!output.quiet()) {
            documents.forEach(document -> text.lines(document, dryRun).forEach(out::println));
        }
        out.println(text.summary(documents, dryRun));
    }

    private CorrectedText stdin(Optional<LintSettings> given) {
        try {
            byte[] stored = read(terminal.in(), Messages.text("stdin"));
            CorrectedText judged = judge(STDIN, stored, given.orElseGet(() -> LintSettingsFile.around(Path.of(""))));
            if (fix && !dryRun) {
                terminal.print(judged.applyTo(stored));
            }
            return judged;
        } catch (IOException unreadable) {
            throw new CommandFailure(Messages.text("source.stdin", unreadable.getMessage()), unreadable);
        }
    }

    private CorrectedText judge(String file, byte[] stored, LintSettings levels) {
        return fix ? validator().correct(file, stored, levels) : new CorrectedText(
                XmlText.decode(stored, Optional.empty()), List.of(), validator().validate(file, stored, levels));
    }

    /** What is larger than this is no document; it need not be read to know that. */
    private static byte[] read(InputStream in, String named) throws IOException {
        byte[] stored = in.readNBytes(LARGEST + 1);
        if (stored.length > LARGEST) {
            throw new CommandFailure(Messages.text("validate.large", named, Quantities.formatSize(LARGEST)));
        }
        return stored;
    }

    private List<CorrectedText> documents(String named, Optional<LintSettings> given) {
        Path path = path(named);
        if (!Files.exists(path)) {
            throw new CommandFailure(Messages.text("validate.missing", named));
        }
        LintSettings levels = given.orElseGet(() -> LintSettingsFile.around(path));
        return files(path).stream().map(file -> document(file, levels)).toList();
    }

    private static Path path(String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException notAPath) {
            throw new CommandFailure(Messages.text("validate.missing", named), notAPath);
        }
    }

    /** The file itself, or the documents in the folder and below, in order; what is hidden is left alone. */
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> found = all.filter(file -> isDocument(path, file)).sorted().toList();
            if (found.isEmpty()) {
                throw new CommandFailure(Messages.text("validate.none", path));
            }
            return found;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new CommandFailure(Messages.text("validate.unreadable", path, unreadable.getMessage()), unreadable);
        }
    }

    private static boolean isDocument(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private CorrectedText document(Path file, LintSettings levels) {
        byte[] stored;
        try (InputStream in = Files.newInputStream(file)) {
            stored = read(in, file.toString());
        } catch (IOException unreadable) {
            throw new CommandFailure(Messages.text("validate.unreadable", file, unreadable.getMessage()), unreadable);
        }
        CorrectedText judged = judge(file.toString().replace('\\', '/'), stored, levels);
        if (judged.isChanged() && !dryRun) {
            try {
                WholeFile.write(file, judged.applyTo(stored));
            } catch (IOException readOnly) {
                // What was done to the other files is told first.
                unwritten.add(new CommandFailure(Messages.text("validate.unwritable", file, reason(readOnly)), readOnly));
                return new CorrectedText(XmlText.decode(stored, Optional.empty()), List.of(),
                        validator().validate(judged.left().file(), stored, levels));
            }
        }
        return judged;
    }

    private static String reason(IOException unwritable) {
        return unwritable instanceof FileSystemException named && named.getReason() != null ? named.getReason()
                : String.valueOf(unwritable.getMessage());
    }

    /** Made when it is needed: every command line makes all commands, and the rules take a while to read. */
    private DocumentValidator validator() {
        if (validator.isEmpty()) {
            validator = Optional.of(new DocumentValidator(new RtbExpectation(
                    openrtb.map(ValidateCommand::release), request.map(ValidateCommand::request))));
        }
        return validator.get();
    }

    private static Release release(String version) {
        return Release.openrtb(version)
                .orElseThrow(() -> new CommandFailure(Messages.text("validate.openrtb", version)));
    }

    private static JsonElement request(Path file) {
        try {
            JsonElement root = new JsonReader().read(XmlText.decode(Files.readAllBytes(file), Optional.empty()));
            if (RtbDocument.of(root).filter(d -> d.kind() == RtbKind.REQUEST && !d.isOpenRtb3()).isEmpty()) {
                throw new CommandFailure(Messages.text("validate.request", file));
            }
            return root;
        } catch (MalformedJsonException broken) {
            throw new CommandFailure(Messages.text("validate.request.broken", file, broken.location().line(),
                    broken.location().column(), broken.getMessage()), broken);
        } catch (IOException unreadable) {
            throw new CommandFailure(Messages.text("validate.unreadable", file, unreadable.getMessage()), unreadable);
        }
    }
}
