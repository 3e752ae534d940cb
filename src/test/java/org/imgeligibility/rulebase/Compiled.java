package org.imgeligibility.rulebase;

/** Lets tests of other packages compile a policy that stands in no file. */
public final class Compiled {

    private Compiled() {
    }

    public static RuleBase of(Policy policy) {
        return RuleBase.compiled(policy);
    }
}
