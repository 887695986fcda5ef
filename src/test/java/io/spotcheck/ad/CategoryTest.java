package io.spotcheck.ad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {

    @ParameterizedTest
    @CsvSource({
        "iabtechlab.com, 232, iabtechlab.com, 232, true",
        "https://www.IABTechLab.com/, 232, iabtechlab.com, 232, true",
        "//iabtechlab.com, ' 232', http://iabtechlab.com, 232, true",
        "iabtechlab.com, IAB7-1, iabtechlab.com, iab7-1, true",
        "iabtechlab.com, 232, other.example, 232, false",
        "iabtechlab.com, 232, iabtechlab.com, 23, false",
        ", 232, other.example, 232, true",
        "iabtechlab.com, 232, , 232, true"})
    void meansAnotherWhenCodeAndListAreTheSame(String list, String code, String otherList, String otherCode,
                                               boolean same) {
        var blocked = new Category(Optional.ofNullable(list), code);
        var own = new Category(Optional.ofNullable(otherList), otherCode);

        assertThat(blocked.matches(own)).isEqualTo(same);
        assertThat(own.matches(blocked)).isEqualTo(same);
    }
}
