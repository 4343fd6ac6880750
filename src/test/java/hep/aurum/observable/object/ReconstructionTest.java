package hep.aurum.observable.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.physics.FourVector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconstructionTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 40, 41, 300})
    void objectsAreSortedAndTiesKeepTheirOrder(int size) {
        Reconstruction.Builder builder = Reconstruction.builder(1);
        for (int i = 0; i < size; i++) {
            // Multiples of 7 modulo 5: every value many times.
            builder.add(i, new FourVector(7 * i % 5, 0, 0, 10));
        }

        Reconstruction event = builder.build();

        assertThat(event.size()).isEqualTo(size);
        for (int i = 1; i < size; i++) {
            double before = event.momentum(i - 1).pt();
            double here = event.momentum(i).pt();
            assertThat(before).isGreaterThanOrEqualTo(here);
            assertThat(before > here || event.pdgId(i - 1) < event.pdgId(i)).isTrue();
            assertThat(7 * event.pdgId(i) % 5).isEqualTo((int) here);
        }
    }

    @Test
    void missingMomentumCanBeReplacedAndShifted() {
        Reconstruction event =
                Reconstruction.builder(1).add(22, new FourVector(3, 4, 5, 10)).build();

        assertThat(event.met()).isEqualTo(new FourVector(-3, -4, 0, 5));
        assertThat(event.withMet(6, 8).met()).isEqualTo(new FourVector(6, 8, 0, 10));
        assertThat(event.withMetShift(3, 16).met()).isEqualTo(new FourVector(0, 12, 0, 12));
    }

    @Test
    void membershipHoldsForSmallAndLargeIdsOfBothSigns() {
        ParticleClass odd = ParticleClass.of("odd", List.of(0, 11, -63, 64, 1000022, -1000022, Integer.MIN_VALUE));

        for (int id : new int[] {0, 11, -63, 64, 1000022, -1000022, Integer.MIN_VALUE}) {
            assertThat(odd.contains(id)).isTrue();
        }
        for (int id : new int[] {1, -11, 63, -64, 1000021, Integer.MAX_VALUE}) {
            assertThat(odd.contains(id)).isFalse();
        }
    }

    @Test
    void standardClassesHoldTheirIds() {
        ParticleClasses classes = ParticleClasses.standard();

        assertThat(classes.get("jet").pdgIds()).containsExactly(-5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 21);
        assertThat(classes.get("lepton").pdgIds()).containsExactly(-15, -13, -11, 11, 13, 15);
        assertThat(classes.get("jet").representative()).isEqualTo(21);
        assertThat(classes.get("bjet").representative()).isEqualTo(5);
        assertThat(ParticleClass.of("anti", List.of(-13, -11)).representative()).isEqualTo(-13);
        assertThat(classes.isInvisible(classes.get("neutrino"))).isTrue();
        assertThat(classes.isInvisible(classes.get("photon"))).isFalse();
        assertThatThrownBy(() -> classes.get("photons"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"photon\"?");
    }

    @Test
    void classesMustNotHideTheLanguage() {
        for (String name : new String[] {"met", "pt", "and", "1jet", "my jet", ""}) {
            assertThatThrownBy(() -> ParticleClasses.standard().with(name, List.of(1)))
                    .isInstanceOf(BadInput.class);
        }
        assertThatThrownBy(() -> ParticleClasses.standard().with("none", List.of()))
                .isInstanceOf(BadInput.class);
    }
}
