package io.spotcheck.desktop.preview;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The icons of the player's controls, drawn on a grid of 16 and coloured by the text around them. */
enum PlayerIcon {
    PLAY("M4.5 2.8v10.4L13 8z"),
    PAUSE("M4 3h3v10H4zm5 0h3v10H9z"),
    STOP("M3.5 3.5h9v9h-9z"),
    SOUND("M2 6h3l3.5-3v10L5 10H2zM10.2 5.2l1-1a5.4 5.4 0 0 1 0 7.6l-1-1a4 4 0 0 0 0-5.6z"),
    SILENCE("M2 6h3l3.5-3v10L5 10H2zM10 6.9l.9-.9 1.4 1.4L13.700 6l.9.9L13.200 8.300l1.4 1.4-.9.9-1.400-1.400-1.4 1.4-.9-.9 1.400-1.400z");

    private final String path;

    PlayerIcon(String path) {
        this.path = path;
    }

    /** A fresh picture of it. */
    Node node() {
        var picture = new Region();
        picture.getStyleClass().add("player-icon");
        picture.setStyle("-fx-shape: \"M0 0h0M16 16h0" + path + "\";");
        picture.setMouseTransparent(true);
        return picture;
    }
}
