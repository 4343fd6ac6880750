package hep.aurum.observable.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotFound;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionErrorTest {

    private static final Scope SCOPE = Scope.of(ParticleClasses.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pt(photon)                | found a collection at column 4, expected a four-vector
        pt(jet[1] + 2)            | found a number at column 13, expected a four-vector
        2 + jet[1]                | found a four-vector at column 5, expected a number
        pt(jet[1]) and 1 < 2      | found a number at column 1, expected a condition
        1 < 2 < 3                 | found "<" at column 7, expected an operator or the end of the text
        (1 < 2 < 3)               | found "<" at column 8, expected ")"
        count(jet[1])             | found a four-vector at column 7, expected a collection
        sqrt(1 < 2)               | found a condition at column 6, expected a number
        deltaR(jet[1])            | found 1 arguments of deltaR at column 1, expected 2 arguments
        mt()                      | found 0 arguments of mt at column 1, expected 1 or 2 arguments
        max(1)                    | found 1 arguments of max at column 1, expected 2 or more arguments
        if(1 < 2, 3)              | found 2 arguments of if at column 1, expected 3 arguments
        pt(jet[0])                | found "0" at column 8, expected a whole number from 1 to 1000
        pt(jet[1.5])              | found "1.5" at column 8, expected a whole number from 1 to 1000
        pt(jet[-1])               | found "-" at column 8, expected a whole number from 1 to 1000
        pt(jet[1)                 | found ")" at column 9, expected "]"
        pt(jet[1]                 | found the end of the text at column 10, expected ")"
        1 +                       | found the end of the text at column 4, expected a number, a particle, a function or "("
        3 4                       | found "4" at column 3, expected an operator or the end of the text
        a = 3                     | found "=" at column 3, expected a number, a name or an operator
        1 $ 2                     | found "$" at column 3, expected a number, a name or an operator
        pdg(1.5)[1]               | found "1.5" at column 5, expected a PDG id
        pdg(99999999999)          | found "99999999999" at column 5, expected a PDG id
        1e999                     | found "1e999" at column 1, expected a number below 1.8e308
        pt                        | found "pt" at column 1, expected its arguments in parentheses
        pt(neutrino[1])           | found "neutrino" at column 4, which no detector sees
        photon{pt}                | found a number at column 8, expected a condition
        """)
    void mistakeNamesColumnFoundAndExpected(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text, SCOPE)).isInstanceOfSatisfying(BadInput.class, failure -> {
            assertThat(failure.what()).isEqualTo(message);
            assertThat(failure.where()).contains("of: " + text);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pt(photn[1])    | found "photn" at column 4, expected a name that is known | did you mean "photon"?
        1 + masss(met)  | found "masss" at column 5, expected a function           | did you mean "mass"?
        jet{etta > 1}   | found "etta" at column 5, expected a name that is known  | did you mean "eta"?
        DeltaR(met,met) | found "DeltaR" at column 1, expected a function          | did you mean "deltaR"?
        """)
    void unknownNameIsAnsweredWithTheNearest(String text, String message, String suggestion) {
        assertThatThrownBy(() -> Expression.parse(text, SCOPE)).isInstanceOfSatisfying(NotFound.class, failure -> {
            assertThat(failure.what()).isEqualTo(message);
            assertThat(failure.fix()).startsWith(suggestion);
        });
    }

    @Test
    void emptyTextIsRefused() {
        for (String text : new String[] {"", "  \t"}) {
            assertThatThrownBy(() -> Expression.parse(text, SCOPE))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("found the end of the text at column 1");
        }
    }

    @Test
    void depthLengthAndSizeAreBounded() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(70) + "1" + ")".repeat(70), SCOPE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nested more than 64 levels");
        for (String prefix : new String[] {"-", "not ", "2^", "abs("}) {
            assertThatThrownBy(() -> Expression.parse(prefix.repeat(800), SCOPE))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("nested more than 64 levels");
        }
        assertThatThrownBy(() -> Expression.parse("1" + "+1".repeat(2000), SCOPE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than 1000 operations");
        assertThatThrownBy(() -> Expression.parse(" ".repeat(5000), SCOPE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("5000 characters, expected at most 4096");
    }

    @Test
    void nestedFiltersAreBoundedThroughDefinitions() {
        Expression two = Expression.parse("count(jet{count(photon{deltaR(object, jet[1]) > 1}) > 0})", SCOPE);
        Scope scope = SCOPE.define("two", two);

        assertThatThrownBy(() -> Expression.parse("count(jet{two > 0})", scope))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("filters are nested more than 2 levels deep");
        assertThatThrownBy(() -> Expression.parse("jet{".repeat(900), SCOPE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("filters are nested more than 2 levels deep");
    }

    @Test
    void definitionsThatDoubleThemselvesAreStopped() {
        Scope scope = SCOPE.define("d0", Expression.parse("pt(met)", SCOPE));

        Throwable thrown = catchThrowable(() -> {
            Scope growing = scope;
            for (int i = 1; i < 40; i++) {
                String before = "d" + (i - 1);
                growing = growing.define("d" + i, Expression.parse(before + " + " + before, growing));
            }
        });

        assertThat(thrown).isInstanceOf(BadInput.class).hasMessageContaining("definitions included");
    }

    @Test
    void definitionsMustNotHideTheLanguage() {
        Expression one = Expression.parse("1", SCOPE);

        for (String name : new String[] {"pt", "met", "photon", "and", "a b", "", "1a", "object", "if"}) {
            assertThatThrownBy(() -> SCOPE.define(name, one)).isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> SCOPE.define("one", one).define("one", one))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("defined twice");
    }

    @Test
    void resolutionsKnowOnlyTheirObject() {
        assertThatThrownBy(() -> Expression.parse("pt(photon[1])", Scope.ofObject()))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("known: pt, eta, phi");
    }

    @Test
    void anyTextEitherReadsOrIsRefusedWithASentence() {
        // 5000 texts of random words and characters; whatever reads is evaluated as well.
        String[] words = {
            "photon",
            "jet",
            "[",
            "]",
            "1",
            "2",
            "(",
            ")",
            "+",
            "-",
            "*",
            "/",
            "^",
            "<",
            ">=",
            "==",
            "and",
            "or",
            "not",
            "pt",
            "eta",
            "mass",
            "deltaR",
            "count",
            "sum",
            "if",
            ",",
            "met",
            "{",
            "}",
            "pdg",
            "object",
            "1e400",
            "exists",
            "\u2003",
            "é",
            "\uD83D",
            "$",
            "=",
            "&",
            "&&",
            "||",
            "!",
            ".",
            "0.5",
            "\u0000",
            "99999999999999999999",
            "min"
        };
        Reconstruction event = Reconstruction.builder(1)
                .add(22, FourVector.ofPtEtaPhiMass(30, 1, 1, 0))
                .build();
        UniformRandomProvider random = RandomStreams.of(5).stream("fuzz", 0);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(12);
            for (int k = 0; k < length; k++) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? " " : "");
            }
            Scope scope = random.nextBoolean() ? SCOPE : Scope.ofObject();
            try {
                Expression expression = Expression.parse(text.toString(), scope);
                read++;
                if (expression.isValue()) {
                    expression.number(Frame.of(event));
                }
            } catch (BadInput | NotFound refused) {
                assertThat(((Failure) refused).what()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(50);
    }

    @Test
    void mutatedExpressionsEitherReadOrAreRefused() {
        String seed = "if(count(jet{pt > 30 and abs(eta) < 4.7}) >= 2, signedDeltaPhi(jet[1], jet[2]), -1e1) / 2";
        UniformRandomProvider random = RandomStreams.of(6).stream("fuzz", 1);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(seed);
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) (32 + random.nextInt(96)));
                    default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
                }
            }
            try {
                Expression.parse(text.toString(), SCOPE);
            } catch (BadInput | NotFound expected) {
                refused++;
            }
        }
        assertThat(refused).isBetween(2_500, 4_999);
    }
}
