package hep.aurum.estimator.ratio;

class CarlLossTest extends RatioLossContract {

    @Override
    RatioLoss loss() {
        return new CarlLoss();
    }
}
