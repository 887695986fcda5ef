package io.spotcheck.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not well-formed is named in plain words, and where it is wrong rather than where a parser gave up. */
class FaultSearchTest {

    private final XmlReader reader = new XmlReader();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            <V>~ <A>x~ <B/>~</V> | 2:2 | A is not closed: </A> is missing before the </V> of line 4.
            <V>~ <A>~ <B>~</A></V> | 3:2 | B is not closed
            <V><A><b>x</A></b></V> | 1:7 | b is not closed
            <V>~ <A>x</a>~</V> | 2:6 | The end tag </a> closes nothing: the element that is open here is A of line 2; write
            <V>~ </A>~</V> | 2:2 | The end tag </A> closes nothing: the element that is open here is V of line 1
            <V>~ <A>x</A>~ | 2:10 | The document ends and V of line 1 is still open: </V> is missing.
            <V>~ <A b="1" | 2:2 | The document ends within the tag <A.
            <V>~ <A b="1~</V> | 2:7 | The value of b has no quotation mark
            <V>~ <A b="1>x</A>~</V> | 2:7 | The value of b has no quotation mark at its end.
            <V>~ <A~ <B/>~</V> | 2:2 | The tag <A has no > at its end.
            <V>~ <A>x</A~</V> | 2:6 | The end tag </A has no > at its end.
            <V>~ <A>x</A b="1">~</V> | 2:10 | An end tag holds its name only; write </A>.
            <V>~ <A>x</>~</V> | 2:6 | This end tag has no name.
            <V>~ <A b=1/>~</V> | 2:7 | The value of b stands without quotation marks
            <V>~ <A b=”1”/>~</V> | 2:7 | typographic quotation marks
            <V>~ <A b/>~</V> | 2:5 | The attribute b has no value
            <V>~ <A b="1"c="2"/>~</V> | 2:10 | A blank is missing before this attribute.
            <V>~ <A b="1" c="2" b="3"/>~</V> | 2:17 | The attribute b stands in this tag twice.
            <V>~ <A b="1<2"/>~</V> | 2:9 | write it as &lt;.
            <V>~ <A b="1&2"/>~</V> | 2:9 | write it as &amp;.
            <V>~ <A , b="1"/>~</V> | 2:5 | The character , has no place in the tag <A.
            <V>~ 1 < 2~</V> | 2:4 | This < begins no tag; write it as &lt;.
            <V>~ ?a=1&b=2~</V> | 2:6 | This ampersand begins no entity; write it as &amp;.
            <V>~ a&nbsp;b~</V> | 2:3 | XML itself has no entity &nbsp;
            <V>~ a&#x1;b~</V> | 2:3 | &#x1; stands for no character that XML has
            <V>~ a&#xyz;b~</V> | 2:3 | This is no reference to a character
            <V>~ a]]>b~</V> | 2:3 | ]]> ends a CDATA section, and none is open here
            <V>~ <!-- a -- b -->~</V> | 2:9 | Two hyphens stand in a comment
            <V>~ <!-- a~ <!-- b -->~</V> | 2:2 | This comment is not closed before another one begins in line 3
            <V>~ <!-- a ~</V> | 2:2 | This comment is never closed
            <V>~ <A><![CDATA[x</A>~</V> | 2:5 | This CDATA section is never closed
            <V><A><![CDATA[x</A>~<B><![CDATA[y]]></B></V> | 1:7 | This CDATA section is not closed before </A>
            <V>~ <![cdata[x]]>~</V> | 2:2 | A CDATA section begins with <![CDATA[
            <V>~ <[CDATA[x]]>~</V> | 2:2 | A CDATA section begins with <![CDATA[
            <V>~ <!ELEMENT>~</V> | 2:2 | This <! begins neither a comment
            <V>~ <?pi x~</V> | 2:2 | This instruction is never closed
            <V/>~<V/> | 2:1 | There is a second root element, V
            <V/>~ hello | 2:2 | There is text behind the end
            <V/>~</V> | 2:1 | The end tag </V> closes nothing: no element is open here.
            hello~<V/> | 1:1 | There is text before the first tag
            <!-- c -->~<?xml version="1.0"?><V/> | 2:1 | An XML declaration must be the very first thing
            <?xml encoding="UTF-8"?>~<V/> | 1:1 | The XML declaration is wrong
            <?xml version="1.0" encoding=""?>~<V/> | 1:1 | The XML declaration is wrong
            <!DOCTYPE V [<!ENTITY a "b">]>~<V>&a;</V> | 2:4 | XML itself has no entity &a;
            <!-- only --> | 1:1 | There is no element""")
    void namesTheFaultWhereItIs(String document, String place, String message) {
        MalformedXmlException refusal = refused(document.strip().replace('~', '\n'));

        assertThat(refusal.location().line() + ":" + refusal.location().column()).isEqualTo(place.strip());
        assertThat(refusal).hasMessageContaining(message.strip());
    }

    @Test
    void namesAControlCharacter() {
        assertThat(refused("<V>\n a\u0001b\n</V>")).hasMessageContaining("U+0001")
                .satisfies(refusal -> assertThat(refusal.location().column()).isEqualTo(3));
    }

    @Test
    void findsNothingInWhatIsWellFormed() {
        String text = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<!-- - -->\n<!DOCTYPE V>\n<?pi a <b?>\n"
                + "<V a='>' b = \"'&lt;&#65;&#x1F600;\"><![CDATA[<&]] ]]]]><![CDATA[>]]><é.x-1/>]] > &amp;"
                + "</V >\n<!-- -->";

        assertThat(FaultSearch.in(text, new LinePlaces(text))).isEmpty();
    }

    private MalformedXmlException refused(String text) {
        var refusal = catchThrowableOfType(MalformedXmlException.class, () -> reader.read(text));
        assertThat(refusal).as(text).isNotNull();
        return refusal;
    }
}
