package io.spotcheck.cli;

import io.spotcheck.lint.LintSettings;
import io.spotcheck.validation.DocumentValidator;
import io.spotcheck.validation.LintSettingsFile;
import io.spotcheck.validation.ValidatedDocument;
import io.spotcheck.validation.ValidationJson;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Says what is wrong with documents, where, and by which section. */
@Command(name = "validate", sortOptions = false)
final class ValidateCommand implements Callable<Integer> {

    private static final String STDIN = "-";
    private static final List<String> ENDINGS = List.of(".xml", ".vast", ".vmap", ".json");

    private final Terminal terminal;
    private Optional<DocumentValidator> validator = Optional.empty();

    @Parameters(paramLabel = "PATH", descriptionKey = "document", arity = "1..*")
    private List<String> paths = List.of();

    @Option(names = "--settings", paramLabel = "FILE")
    private Optional<Path> settings = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<LintSettings> given = settings.map(LintSettingsFile::read);
        var documents = new ArrayList<ValidatedDocument>();
        for (String path : paths) {
            documents.addAll(path.equals(STDIN) ? List.of(stdin(given)) : documents(path, given));
        }
        if (output.json()) {
            terminal.out().println(ValidationJson.write(documents));
        } else {
            var text = new ValidationText(output.ink(terminal));
            if (!output.quiet()) {
                documents.forEach(document -> text.lines(document).forEach(terminal.out()::println));
            }
            terminal.out().println(text.summary(documents));
        }
        return documents.stream().allMatch(ValidatedDocument::valid) ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private ValidatedDocument stdin(Optional<LintSettings> given) {
        try {
            return validator().validate(STDIN, terminal.in().readAllBytes(),
                    given.orElseGet(() -> LintSettingsFile.around(Path.of(""))));
        } catch (IOException unreadable) {
            throw new CommandFailure(Messages.text("source.stdin", unreadable.getMessage()), unreadable);
        }
    }

    private List<ValidatedDocument> documents(String named, Optional<LintSettings> given) {
        Path path = path(named);
        if (!Files.exists(path)) {
            throw new CommandFailure(Messages.text("validate.missing", named));
        }
        LintSettings levels = given.orElseGet(() -> LintSettingsFile.around(path));
        return files(path).stream().map(file -> validate(file, levels)).toList();
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

    private ValidatedDocument validate(Path file, LintSettings levels) {
        try {
            return validator().validate(file.toString().replace('\\', '/'), Files.readAllBytes(file), levels);
        } catch (IOException unreadable) {
            throw new CommandFailure(Messages.text("validate.unreadable", file, unreadable.getMessage()), unreadable);
        }
    }

    /** Made when it is needed: every command line makes all commands, and the rules take a while to read. */
    private DocumentValidator validator() {
        if (validator.isEmpty()) {
            validator = Optional.of(new DocumentValidator());
        }
        return validator.get();
    }
}
