package hep.aurum.estimator.ratio;

class CascalLossTest extends RatioLossContract {

    @Override
    RatioLoss loss() {
        return new CascalLoss();
    }
}
