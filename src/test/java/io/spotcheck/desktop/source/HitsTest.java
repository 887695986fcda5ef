package io.spotcheck.desktop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotcheck.desktop.source.Hits.Hit;
import org.junit.jupiter.api.Test;

class HitsTest {

    @Test
    void findsWhateverTheCaseUnlessAsked() {
        assertThat(Hits.in("Ad ad [AD]", "ad", false).all())
                .containsExactly(new Hit(0, 2), new Hit(3, 5), new Hit(7, 9));
        assertThat(Hits.in("Ad ad [AD]", "ad", true).all()).containsExactly(new Hit(3, 5));
        assertThat(Hits.in("a.c", ".", false).all()).hasSize(1);
        assertThat(Hits.in("abc", "", false)).isEqualTo(Hits.NONE);
    }

    @Test
    void beginsAtTheCaretAndGoesRound() {
        Hits hits = Hits.in("x..x..x", "x", false);

        assertThat(hits.from(0).current()).isZero();
        assertThat(hits.from(1).current()).isEqualTo(1);
        assertThat(hits.from(7).current()).isZero();
        assertThat(hits.from(6).next(6).current()).isZero();
        assertThat(hits.from(0).previous(0).current()).isEqualTo(2);
        assertThat(hits.previous(4).current()).isEqualTo(1);
        assertThat(hits.next(4).current()).isEqualTo(2);
        assertThat(Hits.NONE.next(3).current()).isEqualTo(-1);
    }

    @Test
    void knowsWhatLiesInARangeWhollyOrInPart() {
        Hits hits = Hits.in("abcabcabc", "bca", false);

        assertThat(hits.within(0, 1)).isEmpty();
        assertThat(hits.within(3, 4)).containsExactly(new Hit(1, 4));
        assertThat(hits.within(0, 9)).containsExactly(new Hit(1, 4), new Hit(4, 7));
        assertThat(hits.within(7, 9)).isEmpty();
    }

    @Test
    void countsToALimitAndSaysSo() {
        assertThat(Hits.in("a".repeat(Hits.MOST), "a", false).more()).isFalse();
        Hits many = Hits.in("a".repeat(Hits.MOST + 1), "a", false);
        assertThat(many.all()).hasSize(Hits.MOST);
        assertThat(many.more()).isTrue();
    }

    @Test
    void readsWhereToGo() {
        assertThat(LineBar.Place.parse("12")).contains(new LineBar.Place(12, 1));
        assertThat(LineBar.Place.parse(" 12 : 5 ")).contains(new LineBar.Place(12, 5));
        assertThat(LineBar.Place.parse("0")).contains(new LineBar.Place(1, 1));
        assertThat(LineBar.Place.parse("x")).isEmpty();
        assertThat(LineBar.Place.parse("")).isEmpty();
    }
}
