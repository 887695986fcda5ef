package io.spotcheck.desktop.request;

import io.spotcheck.desktop.wording.Messages;
import java.util.List;

/** A field of the request form: its label, its unit, what it accepts, and the rule that finds it wrong. */
public enum RequestField {
    SLOT_ID(Section.SLOT, Form.TEXT, "REQUEST-SLOT-ID"),
    USER_ID(Section.SLOT, Form.TEXT, "REQUEST-USER-ID"),
    DEVICE_TYPE(Section.VIEWER, Form.CHOICE, "REQUEST-DEVICE-TYPE"),
    IP_ADDRESS(Section.VIEWER, Form.TEXT, "REQUEST-IP-ADDRESS"),
    PLAYER_WIDTH(Section.CONTENT, Form.WHOLE_NUMBER, "REQUEST-PLAYER-SIZE"),
    PLAYER_HEIGHT(Section.CONTENT, Form.WHOLE_NUMBER, "REQUEST-PLAYER-SIZE"),
    CONTENT_URL(Section.CONTENT, Form.TEXT, "REQUEST-CONTENT-URL"),
    CONTENT_DURATION(Section.CONTENT, Form.SECONDS, "REQUEST-CONTENT-DURATION"),
    PLAYHEAD_POSITION(Section.CONTENT, Form.SECONDS, "REQUEST-PLAYHEAD-POSITION"),
    COUNTRY(Section.PLACE, Form.TEXT, "REQUEST-GEO-COUNTRY"),
    REGION(Section.PLACE, Form.TEXT, "REQUEST-GEO-REGION"),
    CITY(Section.PLACE, Form.TEXT, "REQUEST-GEO-CITY"),
    POSTAL_CODE(Section.PLACE, Form.TEXT, "REQUEST-GEO-POSTAL-CODE"),
    LATITUDE(Section.PLACE, Form.DECIMAL, "REQUEST-GEO-LATITUDE"),
    LONGITUDE(Section.PLACE, Form.DECIMAL, "REQUEST-GEO-LONGITUDE");

    private final Section section;
    private final Form form;
    private final String rule;

    RequestField(Section section, Form form, String rule) {
        this.section = section;
        this.form = form;
        this.rule = rule;
    }

    /** The parts of the form. */
    public enum Section {
        SLOT, VIEWER, CONTENT, PLACE;

        /** What stands above the part. */
        public String title() {
            return Messages.text("request.section." + name());
        }

        /** The fields of the part, in order. */
        public List<RequestField> fields() {
            return List.of(RequestField.values()).stream().filter(f -> f.section == this).toList();
        }
    }

    /** What a field accepts. */
    public enum Form { TEXT, WHOLE_NUMBER, DECIMAL, SECONDS, CHOICE }

    /** What it accepts. */
    public Form form() {
        return form;
    }

    /** The rule of {@link io.spotcheck.ad.RequestRules} that finds it wrong. */
    public String rule() {
        return rule;
    }

    /** What stands before it. */
    public String label() {
        return Messages.text("request.field." + name());
    }

    /** An example, shown while it is empty; the unit stands in the label. */
    public String example() {
        return Messages.text("request.example." + name());
    }
}
