package io.spotcheck.desktop.source.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {

    @Test
    void offersTheElementsThatMayStandThereThoseThatAreMissingFirst() {
        List<Proposal> found = at("<VAST version=\"4.2\"><Ad><InLine><AdTitle>x</AdTitle>|");

        assertThat(found).extracting(Proposal::label).startsWith("<AdSystem>", "<AdServingId>", "<Impression>", "<Creatives>")
                .contains("<Category>").doesNotContain("<AdTitle>", "<Wrapper>");
    }

    @Test
    void offersWhatTheVersionHas() {
        assertThat(at("<VAST version=\"2.0\"><Ad><InLine><|")).extracting(Proposal::label)
                .doesNotContain("<AdServingId>", "<Category>");
        assertThat(at("<VAST version=\"4.0\"><Ad |")).extracting(Proposal::label).contains("sequence", "conditionalAd")
                .doesNotContain("adType");
    }

    @Test
    void writesAnElementWithWhatItMustHave() {
        assertThat(taken("<VAST version=\"4.2\"><Ad><InLine><Imp|", "<Impression>"))
                .isEqualTo("<VAST version=\"4.2\"><Ad><InLine><Impression><![CDATA[|]]></Impression>");
        assertThat(taken("<VAST version=\"3.0\"><Ad><InLine><Creatives><Creative><Linear><MediaFiles>|", "<MediaFile>"))
                .endsWith("<MediaFiles><MediaFile delivery=\"|\" type=\"\" width=\"\" height=\"\"><![CDATA[]]></MediaFile>");
        assertThat(taken("|", "<VAST>")).isEqualTo("<VAST version=\"4.3\">|</VAST>");
    }

    @Test
    void renamesATagThatIsWrittenAlready() {
        assertThat(taken("<VAST><Ad><InLine><Des|x id=\"1\">a</Desx>", "<Description>"))
                .isEqualTo("<VAST><Ad><InLine><Description| id=\"1\">a</Desx>");
    }

    @Test
    void closesTheElementThatIsOpen() {
        assertThat(taken("<VAST><Ad></|", "</Ad>")).isEqualTo("<VAST><Ad></Ad>|");
        assertThat(taken("<VAST><Ad></A|>", "</Ad>")).isEqualTo("<VAST><Ad></Ad|>");
    }

    @Test
    void offersAttributesThatAreNotWrittenYet() {
        assertThat(at("<VAST version=\"4.2\"><Ad id=\"1\" |>")).extracting(Proposal::label)
                .containsExactly("sequence", "conditionalAd", "adType");
        assertThat(taken("<VAST version=\"4.2\"><Ad ad|>", "adType")).isEqualTo("<VAST version=\"4.2\"><Ad adType=\"|\">");
        assertThat(taken("<VAST version=\"4.2\"><Ad se|x=\"1\">", "sequence"))
                .isEqualTo("<VAST version=\"4.2\"><Ad sequence|=\"1\">");
        assertThat(taken("<VAST version=\"4.2\"><Ad id=\"1\"|>", "adType"))
                .isEqualTo("<VAST version=\"4.2\"><Ad id=\"1\" adType=\"|\">");
    }

    @Test
    void offersValues() {
        assertThat(at("<VAST version=\"4.2\"><Ad adType=\"|\">")).extracting(Proposal::label)
                .containsExactly("video", "audio", "hybrid");
        assertThat(at("<VAST version=\"4.2\"><Ad><Wrapper allowMultipleAds=\"t|\">")).extracting(Proposal::label)
                .containsExactly("true");
        String events = "<VAST version=\"3.0\"><Ad><InLine><Creatives><Creative><Linear><TrackingEvents><Tracking event=\"|\">";
        assertThat(at(events)).extracting(Proposal::label).contains("firstQuartile", "skip").doesNotContain("loaded");
    }

    @Test
    void offersNothingWhereVastSaysNothing() {
        assertThat(at("<VAST><!-- | -->")).isEmpty();
        assertThat(at("<rss>|")).isEmpty();
        assertThat(at("<VAST><Nonsense>|")).isEmpty();
    }

    @Test
    void knowsVastWithinASchedule() {
        assertThat(at("<vmap:VMAP><vmap:AdBreak><vmap:AdSource><vmap:VASTAdData><VAST version=\"3.0\">|"))
                .extracting(Proposal::label).containsExactly("<Ad>", "<Error>");
    }

    @Test
    void writesASchedule() {
        assertThat(taken("<vm|", "<vmap:VMAP>")).isEqualTo(
                "<vmap:VMAP xmlns:vmap=\"http://www.iab.net/videosuite/vmap\" version=\"1.0\">|</vmap:VMAP>");
        assertThat(at("<v:VMAP><v:AdBreak><v:AdSource/>|")).extracting(Proposal::label)
                .containsExactly("<v:TrackingEvents>", "<v:Extensions>");
        assertThat(taken("<VMAP><AdBreak><AdSource>|", "<AdTagURI>"))
                .endsWith("<AdTagURI templateType=\"|\"><![CDATA[]]></AdTagURI>");
        assertThat(taken("<v:VMAP><v:AdBreak></|", "</v:AdBreak>")).endsWith("</v:AdBreak>|");
        assertThat(taken("<v:VMAP><v:AdBreak breakType=\"linear,n|\"", "nonlinear")).endsWith("\"linear,nonlinear|\"");
        assertThat(at("<v:VMAP><v:AdBreak><v:AdSource><v:VASTAdData>|")).extracting(Proposal::label)
                .containsExactly("<VAST>");
        assertThat(at("<v:VMAP><v:AdBreak><v:TrackingEvents><v:Tracking event=\"|\">"))
                .extracting(Proposal::label, Proposal::detail).contains(tuple("breakStart", "the break begins"));
    }

    @Test
    void offersFieldsThatAreNotThereYetWhatIsRequiredFirst() {
        assertThat(at("{\"imp\":[{\"video\":{|\"maxduration\":30}}]}")).extracting(Proposal::label)
                .startsWith("mimes").contains("plcmt", "minduration").doesNotContain("maxduration", "protocol");
        assertThat(taken("{\"imp\":[{\"video\":{|\"w\":30}}]}", "mimes"))
                .isEqualTo("{\"imp\":[{\"video\":{\"mimes\": [\"|\"],\"w\":30}}]}");
        assertThat(taken("{\"imp\":[{\"id\":\"1\"|}]}", "video")).isEqualTo("{\"imp\":[{\"id\":\"1\", \"video\": {|}}]}");
        assertThat(taken("{\"imp\":[{\"bidfl|\": 1}]}", "bidfloor")).isEqualTo("{\"imp\":[{\"bidfloor\"|: 1}]}");
        assertThat(taken("{\"imp\":[{\"secu|", "secure")).isEqualTo("{\"imp\":[{\"secure\": |");
        assertThat(at("{|}")).extracting(Proposal::label).contains("imp", "seatbid");
    }

    @Test
    void offersValuesWithTheirMeaning() {
        assertThat(at("{\"imp\":[{\"secure\": |}]}")).extracting(Proposal::label).containsExactly("0", "1");
        assertThat(at("{\"imp\":[{\"video\":{\"protocols\":[2, 3, |]}}]}")).extracting(Proposal::label)
                .contains("1", "7").doesNotContain("2", "3");
        assertThat(taken("{\"imp\":[{\"video\":{\"mimes\":[\"video/m|\"]}}]}", "video/mp4"))
                .isEqualTo("{\"imp\":[{\"video\":{\"mimes\":[\"video/mp4\"|]}}]}");
        assertThat(at("{\"at\": |, \"imp\":[]}")).extracting(Proposal::label, Proposal::detail)
                .contains(tuple("1", "first price"));
        assertThat(at("{\"imp\":[], \"house\": |}")).isEmpty();
    }

    private static List<Proposal> at(String marked) {
        return Completion.at(marked.replace("|", ""), marked.indexOf('|'));
    }

    /** The text after a proposal was taken, with the caret in it. */
    private static String taken(String marked, String label) {
        String text = marked.replace("|", "");
        Proposal chosen = at(marked).stream().filter(p -> p.label().equals(label)).findFirst().orElseThrow();
        String insert = chosen.insert().substring(0, chosen.caret()) + "|" + chosen.insert().substring(chosen.caret());
        return text.substring(0, chosen.from()) + insert + text.substring(chosen.to());
    }
}
