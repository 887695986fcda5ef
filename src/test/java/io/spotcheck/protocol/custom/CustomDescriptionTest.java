package io.spotcheck.protocol.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A description that makes no sense is refused with a sentence that names the option. */
class CustomDescriptionTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
        "anwser: {}                                          => “anwser” is not known; there is answer, request",
        "request: {}                                         => “answer” is missing",
        "answer: /ads                                        => “answer” must be options by name",
        "answer: {format: csv}                               => “answer.format” must be json or xml",
        "answer: {format: json}                              => “answer.ads” is missing",
        "answer: {ads: {each: /ads}}                         => “answer.ads.creatives” is missing",
        "answer: {ads: {each: ads, creatives: {url: /u}}}    => “answer.ads.each” is not a JSON pointer",
        "answer: {ads: {creatives: {url: /a~2}}}             => “answer.ads.creatives.url” is not a JSON pointer",
        "answer: {ads: {creatives: [{url: /u}, {id: /i}]}}   => “answer.ads.creatives[1]” must have one of url, html and files",
        "answer: {ads: {creatives: {url: /u, kind: film}}}   => “answer.ads.creatives.kind” must be linear, nonlinear or companion",
        "answer: {ads: {creatives: {url: {at: /u, or: x}}}}  => “answer.ads.creatives.url.or” is not known; there is at, optional",
        "answer: {ads: {creatives: {url: {optional: true}}}} => “answer.ads.creatives.url” must have “at” or “otherwise”",
        "answer: {ads: {creatives: {url: [/u]}}}             => “answer.ads.creatives.url” must be a text",
        "answer: {ads: {creatives: {url: /u, duration: {at: /d, unit: min}}}} => “answer.ads.creatives.duration.unit” must be s, ms or hh:mm:ss",
        "answer: {ads: {creatives: {files: {each: /f}}}}     => “answer.ads.creatives.files.url” is missing",
        "answer: {ads: {creatives: {url: /u}, tracking: {each: /e, url: /u}}} => “answer.ads.tracking.event” is missing",
        "answer: {ads: {creatives: {url: /u}}, noAd: {code: /c}} => “answer.noAd” must have “when”, “status”, or the place of a “reason”",
        "answer: {ads: {creatives: {url: /u}}, noAd: {status: none}} => “answer.noAd.status” must be an HTTP status such as 404",
        "answer: {ads: {creatives: {url: /u}, vast: /v}}     => “answer.ads.vast” cannot go with “creatives”",
        "answer: {ads: {creatives: {url: /u}}, noAd: {when: {at: /c, is: 1, missing: true}}} => “answer.noAd.when.is” cannot go with “missing”",
        "answer: {format: xml, ads: {creatives: {url: 'Media['}}} => “answer.ads.creatives.url” is not an XPath expression",
        "request: {method: PUT}                              => “request.method” must be GET or POST",
        "request: {method: GET, body: {json: {}}}            => “request.body” cannot go with the method GET",
        "request: {body: {xml: <a/>}}                        => “request.body” must have one of json, form and text",
        "request: {body: {json: {}, form: {}}}               => “request.body” must have one of json, form and text",
        "request: {body: {text: a, escape: yaml}}            => “request.body.escape” must be json, xml, url, form or none",
        "request: {body: {json: {a: {b: '{slotId|ms}'}}}}    => “request.body.json.a.b” has “{slotId|ms}”",
        "request: {query: {t: '{contentDuration|h}'}}        => “request.query.t” has “{contentDuration|h}”",
        "request: {headers: {'X Y': a}}                      => “request.headers.X Y” is not the name of a header field",
        "request: {headers: {X: é}}                          => “request.headers.X” holds a character that cannot be sent",
        "request: {query: {a: [b]}}                          => “request.query.a” must be a text"})
    void saysWhichOptionIsWrong(String yaml, String sentence) {
        String whole = yaml.startsWith("request") && !yaml.equals("request: {}")
                ? yaml + "\nanswer: {ads: {creatives: {url: /u}}}" : yaml;
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Descriptions.of(whole))
                .withMessageContaining(sentence);
    }

    @Test
    void needsNoRequestAndOnlyThePlaceOfTheFilm() {
        assertThat(Descriptions.of("answer: {ads: {creatives: {url: /film}}}").request().method()).isEqualTo("GET");
    }

    @Test
    void isTheSameAsAnotherOfTheSameOptionsOnly() {
        Map<String, Object> film = Map.of("ads", Map.of("creatives", Map.of("url", "/film")));
        Map<String, Object> movie = Map.of("ads", Map.of("creatives", Map.of("url", "/movie")));
        Map<String, Object> posted = Map.of("method", "POST");

        assertThat(CustomDescription.of(Map.of("answer", film)).identity())
                .isEqualTo(CustomDescription.of(Map.of("answer", film)).identity())
                .isNotEqualTo(CustomDescription.of(Map.of("answer", movie)).identity())
                .isNotEqualTo(CustomDescription.of(Map.of("answer", film, "request", posted)).identity());
    }
}
