package hep.aurum.infer.test;

/**
 * Choose the statistic of an upper limit.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (14) and (16)</a>
 */
public enum TestStatistic {
    /**
     * \( q_\mu = t_\mu \) for \( \hat\mu \le \mu \), else 0; \( \hat\mu \) within the bounds that the model declares, as
     * pyhf has it.
     */
    Q_MU("q"),
    /** \( \tilde q_\mu \): as \( q_\mu \) with \( \hat\mu \ge 0 \). */
    Q_MU_TILDE("qtilde");

    private final String code;

    TestStatistic(String code) {
        this.code = code;
    }

    /** Return the name in pyhf's spelling. */
    public String code() {
        return code;
    }
}
