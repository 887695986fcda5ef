package io.spotcheck.desktop.shell;

import static io.spotcheck.desktop.wording.Messages.text;

import io.spotcheck.ad.AdResponse;
import io.spotcheck.desktop.profiles.ProfilesModel;
import io.spotcheck.desktop.session.BeaconMode;
import io.spotcheck.orchestrator.OrchestratorConfig.UpstreamConfig;
import io.spotcheck.orchestrator.OrchestratorConfig;
import io.spotcheck.workspace.Profile;
import io.spotcheck.workspace.ProfileFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The window: its tabs, the workspace, the switch between recording and firing, and the commands over them. */
public final class WindowModel {

    private final Supplier<TabModel> newTab;
    private final ProfilesModel profiles;
    private final BeaconMode beacons;
    private final Layout layout;
    private final ObservableList<TabModel> tabs = FXCollections.observableArrayList();
    private final ObjectProperty<TabModel> current;
    private final BooleanProperty naming = new SimpleBooleanProperty(this, "naming");

    /**
     * A window with one empty tab.
     *
     * @param newTab makes an empty tab
     */
    public WindowModel(Supplier<TabModel> newTab, ProfilesModel profiles, BeaconMode beacons, Layout layout) {
        this.newTab = newTab;
        this.profiles = profiles;
        this.beacons = beacons;
        this.layout = layout;
        TabModel first = newTab.get();
        tabs.add(first);
        current = new SimpleObjectProperty<>(this, "current", first);
    }

    /** The tabs, never none. */
    public ObservableList<TabModel> tabs() {
        return tabs;
    }

    /** The tab in front. */
    public ObjectProperty<TabModel> currentProperty() {
        return current;
    }

    /** The tab in front. */
    public TabModel current() {
        return current.get();
    }

    /** The workspace and its tests. */
    public ProfilesModel profiles() {
        return profiles;
    }

    /** The switch between recording and firing. */
    public BeaconMode beacons() {
        return beacons;
    }

    /** Which panes are open. */
    public Layout layout() {
        return layout;
    }

    /** Whether the user is asked for the name of a new profile. */
    public BooleanProperty namingProperty() {
        return naming;
    }

    /** Opens an empty tab. */
    public TabModel open() {
        TabModel tab = newTab.get();
        tabs.add(tab);
        current.set(tab);
        return tab;
    }

    /** Closes a tab, and leaves an empty one when it was the last. */
    public void close(TabModel tab) {
        int place = tabs.indexOf(tab);
        if (place < 0) {
            return;
        }
        if (tabs.size() == 1) {
            tabs.add(newTab.get());
        }
        if (current.get() == tab) {
            current.set(tabs.get(place == tabs.size() - 1 ? place - 1 : place + 1));
        }
        tabs.remove(tab);
        tab.dispose();
    }

    /** Opens a saved test and runs it; a test that is open already comes to the front. */
    public void open(ProfileFile file) {
        Optional<Profile> profile = file.profile();
        if (profile.isEmpty()) {
            return;
        }
        Optional<TabModel> known = tabs.stream().filter(t -> t.fileProperty().get()
                .filter(f -> f.file().equals(file.file())).isPresent()).findFirst();
        TabModel tab = known.orElseGet(this::emptyTab);
        current.set(tab);
        if (known.isEmpty()) {
            tab.load(file, profile.get());
        }
        tab.resolve();
    }

    /** Opens what was pasted or dropped; whether it was anything. */
    public boolean paste(String text) {
        Optional<Pasted> pasted = Pasted.recognise(text);
        pasted.ifPresent(found -> emptyTab().load(found));
        return pasted.isPresent();
    }

    /**
     * Opens a copy of a document in a tab of its own, which has it for an answer and asks as another tab does.
     *
     * @param asked where the document came from
     * @param edits whether it is to be edited at once
     */
    public void openCopy(TabModel of, String asked, String document, boolean edits) {
        OrchestratorConfig before = of.request().config();
        String spoken = before.protocol().orElse("vast");
        // What a schedule or a bid carries speaks another protocol than the tab.
        String protocol = Pasted.recognise(document).filter(Pasted.Document.class::isInstance)
                .map(p -> ((Pasted.Document) p).protocol()).orElse(spoken);
        var upstream = UpstreamConfig.memory(asked.contains("://") ? asked : text("request.pasted.url"), document)
                .withHeaders(before.upstream().headers());
        TabModel copy = open();
        copy.request().load(new OrchestratorConfig(Optional.of(protocol), upstream, before.policy(), before.cache(),
                before.tracking(), protocol.equals(spoken) ? before.options() : Map.of()), of.request().request());
        copy.editingProperty().set(edits);
        copy.resolve();
    }

    /** Opens an answer that was there before. */
    public void open(AdResponse earlier) {
        TabModel tab = emptyTab();
        earlier.resolutionChain().stream().findFirst().ifPresent(tab.request().tagProperty()::set);
        tab.show(earlier);
    }

    /** Saves the tab in front to its file; asks for a name when it has none. */
    public void save() {
        TabModel tab = current();
        tab.fileProperty().get().ifPresentOrElse(
                file -> save(tab, Optional.of(file.file()), file.group(), file.name()), () -> naming.set(true));
    }

    /** Saves the tab in front as a new profile of this name. */
    public void saveAs(String group, String name) {
        naming.set(false);
        save(current(), Optional.empty(), group, name);
    }

    private void save(TabModel tab, Optional<Path> file, String group, String name) {
        profiles.save(file, group, tab.toProfile(name), written -> tab.fileProperty().set(Optional.of(written)));
    }

    /** The tab in front when nothing was done in it, else a fresh one; in front. */
    private TabModel emptyTab() {
        TabModel tab = current().isPristine() ? current() : open();
        current.set(tab);
        return tab;
    }

    /** Ends all tabs. */
    public void dispose() {
        tabs.forEach(TabModel::dispose);
    }
}
