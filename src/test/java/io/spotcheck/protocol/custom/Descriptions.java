package io.spotcheck.protocol.custom;

import io.spotcheck.orchestrator.ConfigFormat;
import io.spotcheck.orchestrator.OrchestratorConfig;

/** Descriptions as people write them. */
final class Descriptions {

    /** A house server that speaks JSON. */
    static final String HOUSE = """
            request:
              headers: {X-Viewer: "{userId}"}
              body:
                json:
                  placement: "{slotId}"
                  viewer: {id: "{userId}", ip: "{ipAddress}"}
                  player: {width: "{playerWidth}", height: "{playerHeight}"}
                  at: "{playheadPosition|ms}"
                  tags: "{tags}"
                  version: 2
            answer:
              noAd: {when: {at: /status, is: empty}, reason: /reason, code: /code, beacons: /tell}
              error: {reason: /error/message, code: /error/code}
              keepFor: {at: /ttl, optional: true}
              ads:
                each: /ads
                id: /id
                title: /name
                advertiser: {at: /brand, optional: true}
                campaign: {at: "#/campaign", optional: true}
                system: {otherwise: House}
                tracking: {impression: /urls/seen, error: {at: /urls/failed, optional: true}}
                creatives:
                  url: /film/url
                  type: {at: /film/mime, otherwise: video/mp4}
                  duration: {at: /film/length, unit: ms}
                  width: {at: /film/w, optional: true}
                  height: {at: /film/h, optional: true}
                  clickThrough: {at: /landing, optional: true}
                  tracking: {each: /events, event: /on, url: /tell, names: {begin: start, end: complete}}
            """;

    private Descriptions() {
    }

    /** The description that a YAML text is. */
    static CustomDescription of(String yaml) {
        OrchestratorConfig config = ConfigFormat.parse("upstream: {endpoint: 'http://h.example'}\noptions:\n"
                + yaml.indent(2), "description", OrchestratorConfig.class);
        return CustomDescription.of(config.options());
    }
}
