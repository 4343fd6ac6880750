package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RascalLossTest extends RatioLossContract {

    @Override
    RatioLoss loss() {
        return new RascalLoss();
    }

    @Test
    void weightedFormIsTheFormulaWithoutItsConstants() {
        JointLabel label = new JointLabel(1);
        label.setBoth(1, 1.5);
        label.weightedScore()[0] = 0.6;
        LossPoint point = new LossPoint(1);
        point.setLogRatio(Math.log(2));
        point.score()[0] = 0.3;

        double value = loss().evaluate(label, 2, point);

        // 2^2 - 2*2*1.5 - 2/2 + 1.5/4 + 2 (1.5 * 0.09 - 2 * 0.3 * 0.6)
        assertThat(value).isCloseTo(-0.825 - 2.25, within(1e-14));
    }

    @Test
    void pairsGiveTheSquaresOfTheOriginalLossUpToConstants() {
        JointLabel label = new JointLabel(1);
        label.setNumerator(1, 0.8);
        label.weightedScore()[0] = 0.5;
        LossPoint point = new LossPoint(1);
        point.setLogRatio(Math.log(1.6));
        point.score()[0] = 0.2;

        double value = loss().evaluate(label, 1, point);

        // (1/0.8 - 1/1.6)^2 - 1/0.64 + (0.2 - 0.5)^2 - 0.25
        assertThat(value).isCloseTo(0.390625 - 1.5625 + 0.09 - 0.25, within(1e-14));
    }
}
