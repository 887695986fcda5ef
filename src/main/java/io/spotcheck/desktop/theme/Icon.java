package io.spotcheck.desktop.theme;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The window's icons, drawn on a grid of 16 and coloured by the text around them. */
public enum Icon {
    PLUS("M7.25 3h1.5v4.25H13v1.5H8.75V13h-1.5V8.75H3v-1.5h4.25z"),
    CLOSE("M4.2 3.2 8 7l3.8-3.8 1 1L9 8l3.8 3.8-1 1L8 9l-3.8 3.8-1-1L7 8 3.2 4.2z"),
    FORM("M2 3h12v1.5H2zM2 7.25h8v1.5H2zM2 11.5h12V13H2z"),
    PLAY("M4.5 2.8v10.4L13 8z"),
    SAVE("M3 2h8l3 3v8a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm.5 1.5v9h9V5.6L10.4 3.5H10V6H5V3.5zM6.5 3.5v1h2v-1z"),
    SIDEBAR("M2 3h12v10H2zm1.5 1.5v7h2.5v-7zm4 0v7h5v-7z"),
    SEARCH("M7 2a5 5 0 0 1 4 8l3 3-1 1-3-3a5 5 0 1 1-3-9zm0 1.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z"),
    THEME("M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 3v10A5 5 0 0 0 8 3z"),
    CHEVRON_DOWN("M3.2 5.2 8 10l4.8-4.8 1 1L8 12 2.2 6.2z"),
    CHEVRON_UP("M12.8 10.8 8 6l-4.8 4.8-1-1L8 4l5.8 5.8z"),
    FOLDER("M1.5 3h4.6l1.5 1.5h6.9V13h-13zM3 6v5.5h10V6z"),
    EXPAND("M2 2h12v1.5H2zM2 12.5h12V14H2zM8 4.5l3 3h-2.2v1H11l-3 3-3-3h2.2v-1H5z"),
    COLLAPSE("M2 7.25h12v1.5H2zM8 6.2l-3-3h2.2V1.5h1.6v1.7H11zM8 9.8l3 3H8.8v1.7H7.2v-1.7H5z"),
    COPY("M2 2h8v2H8.5v-.5h-5v7H5V12H2zm4 3h8v9H6zm1.5 1.5v6h5v-6z"),

    REQUEST("M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zm0 2.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z"),
    CACHE("M3 3.5h10v3H3zm0 4h10v3H3zm0 4h10V13H3zM4.5 4.5v1H6v-1zm0 4v1H6v-1z"),
    DOCUMENT("M4 1.5h5l3.5 3.5v9.5H4zm1.5 1.5v10H11V6H8V3z"),
    REDIRECT("M9.5 3 14 7l-4.5 4V8.5H4.5V13H3V7h6.5z"),
    WRAPPER("M2 2h9v1.5H3.5V11H2zm3 3h9v9H5zm1.5 1.5v6h6v-6z"),
    AD("M2 3.5h12v9H2zM3.5 5v6h9V5zM6.5 6 10 8l-3.5 2z"),
    CREATIVE("M8 2l6 3.5v5L8 14l-6-3.5v-5zm0 1.8L4.4 5.9 8 8l3.6-2.1zM3.5 7.2v2.4l3.7 2.2V9.3zm9 0L8.8 9.3v2.5l3.7-2.2z"),
    MEDIA_FILE("M2 3h12v10H2zm1.5 1.5v1H5v-1zm0 3v1H5v-1zm0 3v1H5v-1zm7.5-6v1h1.5v-1zm0 3v1h1.5v-1zm0 3v1h1.5v-1zM6.5 4.5v7h3v-7z"),
    BREAK("M4.5 3H6v10H4.5zM10 3h1.5v10H10z"),
    BID("M8 2l2 4 4 .6-3 3 .8 4.4L8 12l-3.8 2 .8-4.4-3-3L6 6z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A fresh picture of it, 12 px wide and high. */
    public Node node() {
        var picture = new Region();
        picture.getStyleClass().add("icon");
        picture.setStyle("-fx-shape: \"M0 0h0M16 16h0" + path + "\";");
        picture.setMouseTransparent(true);
        return picture;
    }
}
