package io.spotcheck.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.spotcheck.resolution.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private final XmlReader reader = new XmlReader();

    @Nested
    class Positions {

        @Test
        void countFromOne() throws MalformedXmlException {
            assertThat(read("<VAST/>").location()).isEqualTo(new Location(1, 1, "/VAST"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r"})
        void countEveryKindOfLineEndOnce(String lineEnd) throws MalformedXmlException {
            XmlElement root = read(String.join(lineEnd, "<VAST>", "  <Ad/>", "", "    <Ad/>", "</VAST>"));

            assertThat(root.children()).extracting(XmlElement::location).containsExactly(
                    new Location(2, 3, "/VAST/Ad[1]"), new Location(4, 5, "/VAST/Ad[2]"));
        }

        @Test
        void countATabAsOneCharacter() throws MalformedXmlException {
            assertThat(read("<a>\n\t\t<b/></a>").children().getFirst().location())
                    .isEqualTo(new Location(2, 3, "/a/b"));
        }

        @Test
        void seeALineEndInsideAnAttributeAndAComment() throws MalformedXmlException {
            XmlElement root = read("<a\n x='1\n2'><!-- \n --><b/></a>");

            assertThat(root.location()).isEqualTo(new Location(1, 1, "/a"));
            assertThat(root.children().getFirst().location()).isEqualTo(new Location(4, 5, "/a/b"));
        }

        @Test
        void holdFarDownALongDocument() throws MalformedXmlException {
            String ads = "<Ad id=\"é\">text of an ad that fills the buffer</Ad>\r\n".repeat(3_000);
            XmlElement root = read("<VAST>\r\n" + ads + "<Last/></VAST>");

            assertThat(root.child("Last").orElseThrow().location()).isEqualTo(new Location(3_002, 1, "/VAST/Last"));
            assertThat(root.children().get(2_999).location()).isEqualTo(new Location(3_001, 1, "/VAST/Ad[3000]"));
        }

        @Test
        void surviveBlanksBeforeTheXmlDeclaration() throws MalformedXmlException {
            String text = "\r\n  <?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<VAST><Ad/></VAST>";
            XmlElement root = read(text);

            assertThat(root.location()).isEqualTo(new Location(3, 1, "/VAST"));
            assertThat(text.substring(root.start(), root.end())).isEqualTo("<VAST><Ad/></VAST>");
        }
    }

    @Nested
    class Offsets {

        @Test
        void giveTheVerbatimTextOfAnElement() throws MalformedXmlException {
            String first = "<Ad  id = 'a&amp;b'>\r\n\t<![CDATA[ x < y ]]> é <i/></Ad >";
            String text = "<?xml version='1.0'?>\r\n<VAST>\r\n" + first + "<Ad/></VAST>";

            List<XmlElement> ads = read(text).children();

            assertThat(verbatim(text, ads.get(0))).isEqualTo(first);
            assertThat(verbatim(text, ads.get(1))).isEqualTo("<Ad/>");
        }

        @Test
        void holdBeyondTheReadersBuffer() throws MalformedXmlException {
            String text = "<VAST>" + "<Ad>0123456789 &lt; ü</Ad>\n".repeat(2_000) + "<Last>\n<x/></Last></VAST>";

            assertThat(verbatim(text, read(text).child("Last").orElseThrow())).isEqualTo("<Last>\n<x/></Last>");
        }

        @Test
        void countACharacterOutsideThePlaneAsItsTwoUnits() throws MalformedXmlException {
            String text = "<a>\uD83D\uDE00<b>\uD83D\uDE00</b></a>";

            assertThat(verbatim(text, read(text).children().getFirst())).isEqualTo("<b>\uD83D\uDE00</b>");
        }

        private static String verbatim(String text, XmlElement element) {
            return text.substring(element.start(), element.end());
        }
    }

    @Nested
    class Paths {

        @Test
        void numberOnlyElementsThatShareAName() throws MalformedXmlException {
            XmlElement root = read("<VAST><Ad><InLine/></Ad><Error/><Ad><Wrapper/></Ad></VAST>");

            assertThat(root.children()).extracting(XmlElement::path)
                    .containsExactly("/VAST/Ad[1]", "/VAST/Error", "/VAST/Ad[2]");
            assertThat(root.children().getLast().children().getFirst().path()).isEqualTo("/VAST/Ad[2]/Wrapper");
        }

        @Test
        void nameTheElementThatABrokenDocumentStoppedIn() {
            assertThat(refused("<VAST><Ad>\n<InLine>&nope;</InLine></Ad></VAST>").location().path())
                    .isEqualTo("/VAST/Ad/InLine");
        }
    }

    @Nested
    class Texts {

        @Test
        void joinCdataAndPlainTextWithoutSurroundingBlanks() throws MalformedXmlException {
            assertThat(read("<a>\n  one &amp; <![CDATA[ two & <three> ]]>&#x20;four\n</a>").text())
                    .isEqualTo("one &  two & <three>  four");
        }

        @Test
        void joinThePiecesAroundElementsAndComments() throws MalformedXmlException {
            assertThat(read("<a>x<b>inner</b>y<!-- z -->w</a>").text()).isEqualTo("xyw");
        }

        @Test
        void keepACdataUrlByteForByte() throws MalformedXmlException {
            String url = "https://ads.example/t?a=1&b=[CACHEBUSTING]&c=%7B\"é\"%7D&&d";

            assertThat(read("<u>\n\t<![CDATA[" + url + "]]>\n</u>").text()).isEqualTo(url);
        }

        @Test
        void surviveInOnePieceHoweverLongTheyAre() throws MalformedXmlException {
            String longText = "0123456789 &amp; ".repeat(20_000);

            assertThat(read("<a>" + longText + "</a>").text()).isEqualTo(longText.replace("&amp;", "&").strip());
        }

        @Test
        void areEmptyForAnElementOfBlanksOnly() throws MalformedXmlException {
            XmlElement root = read("<a><b> \n\t </b><c><![CDATA[]]></c></a>");

            assertThat(root.childText("b")).isEmpty();
            assertThat(root.childText("c")).isEmpty();
            assertThat(root.childText("d")).isEmpty();
        }

        @Test
        void knowTheFiveNamedEntitiesAndCharacterReferences() throws MalformedXmlException {
            XmlElement root = read("<a x='&lt;&gt;&amp;&quot;&apos;'>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>");

            assertThat(root.text()).isEqualTo("<>&\"'A\uD83D\uDE00");
            assertThat(root.attribute("x")).contains("<>&\"'");
        }
    }

    @Nested
    class Names {

        @Test
        void loseTheirPrefixAndKnowTheirNamespace() throws MalformedXmlException {
            XmlElement root = read("<v:VAST xmlns:v='urn:v' xmlns='urn:d'><Ad><v:In/></Ad></v:VAST>");

            assertThat(root.name()).isEqualTo("VAST");
            assertThat(root.prefix()).isEqualTo("v");
            assertThat(root.namespace()).isEqualTo("urn:v");
            assertThat(root.descend("Ad").orElseThrow().namespace()).isEqualTo("urn:d");
            assertThat(root.descend("Ad", "In").orElseThrow().namespace()).isEqualTo("urn:v");
        }

        @Test
        void mayHaveAPrefixThatNobodyDeclared() throws MalformedXmlException {
            XmlElement root = read("<VAST xsi:schemaLocation='vast.xsd'><gam:Extra/></VAST>");

            assertThat(root.attribute("xsi:schemaLocation")).contains("vast.xsd");
            assertThat(root.child("Extra").orElseThrow().prefix()).isEqualTo("gam");
            assertThat(root.child("Extra").orElseThrow().namespace()).isEmpty();
        }

        @Test
        void findTheFirstOfTheirKind() throws MalformedXmlException {
            XmlElement root = read("<a><b n='1'/><c/><b n='2'><c/></b></a>");

            assertThat(root.child("b").flatMap(b -> b.attribute("n"))).contains("1");
            assertThat(root.children("b")).hasSize(2);
            assertThat(root.descend("b", "c")).as("only the first b is looked into").isEmpty();
            assertThat(root.children().getLast().parent()).contains(root);
        }
    }

    @Nested
    class Entities {

        @Test
        void fromTheInternalDtdAreNotResolved() {
            assertThat(refused("<!DOCTYPE a [<!ENTITY own 'secret'>]>\n<a>x&own;y</a>").location().line())
                    .isEqualTo(2);
        }

        @Test
        void fromTheInternalDtdAreNotResolvedInAttributes() {
            assertThat(refused("<!DOCTYPE a [<!ENTITY own 'secret'>]>\n<a x='&own;'/>").location().line())
                    .isEqualTo(2);
        }

        @Test
        void fromFilesAreNotRead(@TempDir Path directory) throws IOException {
            Path secret = Files.writeString(directory.resolve("secret.txt"), "s3cr3t");

            MalformedXmlException refusal = refused("<!DOCTYPE a [<!ENTITY file SYSTEM \"" + secret.toUri()
                    + "\">]><a>&file;</a>");

            assertThat(refusal).hasMessageNotContaining("s3cr3t");
        }

        @Test
        void thatLaughABillionTimesAreRefusedAtOnce() {
            var dtd = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 'lol'>");
            for (int i = 1; i < 10; i++) {
                dtd.append("<!ENTITY lol").append(i).append(" '").append(("&lol" + (i - 1) + ";").repeat(10))
                        .append("'>");
            }
            String bomb = dtd.append("]><lolz>&lol9;</lolz>").toString();

            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refused(bomb));
        }

        @Test
        void thatNobodyDeclaredAreRefusedWhereTheyStand() {
            MalformedXmlException refusal = refused("<a>\n  caf&eacute; au lait</a>");

            assertThat(refusal.location()).isEqualTo(new Location(2, 6, "/a"));
            assertThat(refusal).hasMessageContaining("eacute");
            assertThat(refusal.isLimit()).isFalse();
        }

        @Test
        void areNoReasonToFetchAnExternalDtd() throws MalformedXmlException {
            assertThat(read("<!DOCTYPE VAST SYSTEM \"file:///does/not/exist.dtd\"><VAST/>").name()).isEqualTo("VAST");
        }
    }

    @Nested
    class Limits {

        @Test
        void letTheDeepestAllowedNestingThrough() throws MalformedXmlException {
            assertThat(read(nested(XmlReader.MAX_DEPTH)).name()).isEqualTo("a");
        }

        @Test
        void refuseDeeperNestingAsALimit() {
            assertThat(refused(nested(XmlReader.MAX_DEPTH + 1)).isLimit()).isTrue();
            assertThat(refused(nested(100_000)).isLimit()).isTrue();
            assertThat(refused(nested(100_000)).location().column()).as("where the deepest element stands")
                    .isEqualTo(3 * (XmlReader.MAX_DEPTH - 1) + 1);
        }

        @Test
        void refuseTooManyAttributesAsALimit() {
            var text = new StringBuilder("<a");
            for (int i = 0; i <= 500; i++) {
                text.append(" x").append(i).append("=''");
            }
            assertThat(refused(text.append("/>").toString()).isLimit()).isTrue();
        }

        @Test
        void refuseTooManyElementsAsALimit() {
            assertThat(refused("<a>" + "<b/>".repeat(500_001) + "</a>").isLimit()).isTrue();
        }

        private static String nested(int depth) {
            return "<a>".repeat(depth) + "</a>".repeat(depth);
        }
    }

    @Nested
    class BrokenDocuments {

        @ParameterizedTest
        @ValueSource(strings = {"&b=2", "&b[x]=2", "& b", "&&b=2", "&ad-id=2", "&1", "&", "&amp=2"})
        void anUnescapedAmpersandIsFoundToTheCharacter(String ampersand) {
            MalformedXmlException refusal =
                    refused("<VAST>\r\n  <MediaFile>https://a.example/?a=1" + ampersand + "</MediaFile>\n</VAST>");

            assertThat(refusal.location()).isEqualTo(new Location(2, 36, "/VAST/MediaFile"));
            assertThat(refusal).hasMessageContaining("&amp;");
            assertThat(refusal.isLimit()).isFalse();
        }

        @Test
        void anUnescapedAmpersandIsFoundInALongTextToo() {
            String before = "  <MediaFile>https://a.example/" + "long/".repeat(5_000);

            assertThat(refused("<VAST>\n" + before + "&b=2</MediaFile>\n</VAST>").location())
                    .isEqualTo(new Location(2, before.length() + 1, "/VAST/MediaFile"));
        }

        @Test
        void anUnescapedAmpersandIsFoundInAnAttribute() {
            assertThat(refused("<VAST>\n <a href='?a=1&b=2'/></VAST>").location())
                    .isEqualTo(new Location(2, 15, "/VAST"));
        }

        @Test
        void anAmpersandBeforeAnotherFaultIsNotBlamed() {
            assertThat(refused("<a><!-- x&y-- z --></a>").location().column()).isGreaterThan(11);
            assertThat(refused("<a><![CDATA[ x&y")).hasMessageContaining("CDATA");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   \n", "no xml", "{\"json\": true}", "<a>", "<a", "<a></b>", "<a/><b/>",
            "<a/>text", "<a x=1/>", "<a x='1' x='2'/>", "<a>\u0000</a>", "<a><![CDATA[ open", "<a><!-- open", "<!DOCTYPE a [",
            "<?xml", "<?xml version='1.0'", "  <?xml version='1.0'?>", "<a>]]></a>", "<a>text &#0; text</a>",
            "<a>\u0001 control</a>", "<!-- only -->",
            "<?xml version='9.9'?><a/>", "<a>&#xD800;</a>", "<a b='<'/>", "<\u00D7/>"})
        void areRefusedWithAPositionAndASentence(String text) {
            MalformedXmlException refusal = refused(text);

            assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\n");
            assertThat(refusal.isLimit()).isFalse();
            assertThat(refusal.location().line()).isPositive();
        }

        @Test
        void cutAnywhereAreRefusedAndNeverCrash() throws MalformedXmlException {
            String whole = "<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<a x='1 &amp; 2'><!-- c --><b>text &#65; long enough "
                    + "<![CDATA[ raw & ]]></b><?pi data?></a>";
            assertThat(read(whole).name()).isEqualTo("a");

            for (int end = 0; end < whole.length(); end++) {
                refused(whole.substring(0, end));
            }
        }
    }

    private XmlElement read(String text) throws MalformedXmlException {
        return reader.read(text);
    }

    private MalformedXmlException refused(String text) {
        var refusal = catchThrowableOfType(MalformedXmlException.class, () -> reader.read(text));
        assertThat(refusal).as("the refusal of «%s»", abbreviated(text)).isNotNull();
        return refusal;
    }

    private static String abbreviated(String text) {
        return text.length() < 200 ? text : text.substring(0, 200) + "…";
    }
}
