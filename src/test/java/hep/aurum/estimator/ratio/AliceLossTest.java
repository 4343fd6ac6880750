package hep.aurum.estimator.ratio;

class AliceLossTest extends RatioLossContract {

    @Override
    RatioLoss loss() {
        return new AliceLoss();
    }
}
