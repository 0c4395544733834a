package dev.ayatori.corpus.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    private static final BuiltInDetector DETECTOR = BuiltInDetector.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ja | 一本の糸から、さまざまな形を作る遊びをあやとりと言います。",
                "ja | Class StringFigure extends Object implements Comparable 糸の形を表すクラスです。作成した形を保持します。",
                "en | A string figure is a design made by the fingers, and the hands, of one or several people.",
                "en | Returns the thread that holds the figure, or throws an exception if there is none.",
                "ko | 실뜨기는 실의 양 끝을 이어서 여러 가지 모양을 만드는 놀이이다.",
                "zh | 翻绳是一种民间游戏，用一根绳子结成绳套，一人以手指编成一种花样。",
                "de | Das Fadenspiel ist ein Geschicklichkeitsspiel, bei dem eine Schnur zwischen den Fingern gespannt wird.",
                "fr | Le jeu de ficelle consiste à former des figures avec une boucle de ficelle tendue entre les mains.",
                "und | 12 34 56 -- 78"
            })
    void tellsTheLanguage(String language, String text) {
        assertThat(DETECTOR.detect(text).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"あやとり, kana", "hello to the world, English function words", "123, no letters"})
    void saysWhy(String text, String reason) {
        assertThat(DETECTOR.detect(text).reason()).contains(reason);
    }
}
