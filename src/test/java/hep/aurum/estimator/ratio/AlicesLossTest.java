package hep.aurum.estimator.ratio;

class AlicesLossTest extends RatioLossContract {

    @Override
    RatioLoss loss() {
        return new AlicesLoss();
    }
}
