package io.spotcheck.protocol.openrtb;

import io.spotcheck.ad.Ad;
import io.spotcheck.ad.Creative;
import io.spotcheck.ad.TrackingUrl;
import io.spotcheck.protocol.openrtb.response.OfferedBid;
import io.spotcheck.resolution.OpenNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes ads of what a bid says beside its markup. */
final class BidAds {

    private BidAds() {
    }

    static Ad of(OfferedBid bid, Optional<String> title, List<Creative> creatives, List<TrackingUrl> tracking,
                 OpenNode node) {
        return new Ad(bid.text("adid").or(() -> bid.text("crid")), OptionalInt.empty(), Optional.empty(), title,
                advertiser(bid), Optional.empty(), List.of(), creatives, List.of(), tracking, List.of(), node.id());
    }

    /** The ad, with what the bid knows where the markup is silent. */
    static Ad described(Ad ad, OfferedBid bid) {
        return new Ad(ad.id().or(() -> bid.text("adid")).or(() -> bid.text("crid")), ad.sequence(), ad.adSystem(),
                ad.adTitle(), ad.advertiser().or(() -> advertiser(bid)), ad.adServingId(), ad.universalAdIds(),
                ad.creatives(), ad.verifications(), ad.tracking(), ad.extensions(), ad.nodeId());
    }

    /** Ads of several bids are shown one after the other. */
    static List<Ad> inSequence(List<Ad> ads) {
        if (ads.size() < 2) {
            return ads;
        }
        var numbered = new ArrayList<Ad>();
        for (Ad ad : ads) {
            numbered.add(new Ad(ad.id(), OptionalInt.of(numbered.size() + 1), ad.adSystem(), ad.adTitle(),
                    ad.advertiser(), ad.adServingId(), ad.universalAdIds(), ad.creatives(), ad.verifications(),
                    ad.tracking(), ad.extensions(), ad.nodeId()));
        }
        return numbered;
    }

    private static Optional<String> advertiser(OfferedBid bid) {
        return bid.texts("adomain").stream().findFirst();
    }
}
