package hep.aurum.estimator.ratio;

class RolrLossTest extends RatioLossContract {

    @Override
    RatioLoss loss() {
        return new RolrLoss();
    }
}
